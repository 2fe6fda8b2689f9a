import type { SeedMatter } from './seed'

/** Where a row of the legal basis was read: for the office, not for citizens. */
export interface SourceRow {
  readonly law: string
  readonly article: string
  readonly source: string
}

/** The public repository that holds the laws' full texts, as the specification abbreviates it → as it is found. */
const REPOSITORY = [/^LawRefBook\/Laws@2f4c5c2:/, 'GitHub LawRefBook/Laws，提交 2f4c5c2：'] as const
/** Notes of how the search went say nothing about the source. */
const NOT_A_SOURCE = /^find_string/

/** Matter → the sources of its legal basis, row by row. */
export function sourcesOf(matters: readonly SeedMatter[]): Readonly<Record<string, readonly SourceRow[]>> {
  return Object.fromEntries(
    matters.map(({ slug, legal_basis }) => {
      let above = ''
      const rows = legal_basis.map(({ law, article, source }) => {
        above = source === '同上' ? above : source
        return { law, article, source: NOT_A_SOURCE.test(above) ? '正文未取得' : above.replace(...REPOSITORY) }
      })
      return [slug, rows]
    }),
  )
}
