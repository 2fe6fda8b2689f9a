import basis from './basis.json'
import type { SeedMatter } from './seed'

/**
 * Read by hand: which row of its legal basis (law and article) a sentence of the guide stands on. The specification gives
 * these sentences no evidence of their own; one that is not listed here is usual practice unless it cites an article.
 */
export interface GuideBasis {
  readonly conditions?: Readonly<Record<string, string>>
  readonly tips?: Readonly<Record<string, string>>
  /** Of the result's name. */
  readonly result?: string
  readonly validity?: string
  /** Of the days before the end by which a renewal is to be applied for. */
  readonly renewal?: string
}

const rows: Readonly<Record<string, GuideBasis>> = basis

/** Throws when a row speaks of a sentence that the matter does not have. */
export function guideBasis(matter: SeedMatter): GuideBasis {
  const row = rows[matter.slug] ?? {}
  for (const part of ['conditions', 'tips'] as const) {
    const unknown = Object.keys(row[part] ?? {}).filter((text) => !matter.guidance[part].includes(text))
    if (unknown.length > 0) throw new Error(`basis.json: ${matter.slug} has no ${part} ${unknown.join()}`)
  }
  return row
}
