import { dropSecret, keepSecret, readSecret, readSetting, writeSetting } from './storage'

/** Which page, and of what. */
export type PageName = 'home' | 'cases' | 'matters' | `guide.${string}` | `draft.${string}`

/** What a page showed when it was last read, for a time without a network. */
export interface KeptPage<T> {
  readonly value: T
  /** When it was read, ms since the epoch. */
  readonly at: number
}

/** Of each kind so many, the ones read last: WeChat gives a mini-program 10 MB. */
const MOST: Readonly<Record<string, number>> = { home: 1, cases: 1, matters: 1, guide: 10, draft: 3 }

const kindOf = (name: string): string => name.split('.')[0] ?? ''
const keyOf = (name: string): string => `page.${name}`

/** Newest first. */
const names = (): readonly string[] => readSetting('kept.pages') ?? []

/** Keeps what was just read, as a secret. A phone that cannot keep it works all the same: never rejects. */
export async function keepPage(name: PageName, value: object): Promise<void> {
  const all = [name, ...names().filter((other) => other !== name)]
  const old = all.filter((other) => kindOf(other) === kindOf(name)).slice(MOST[kindOf(name)] ?? 0)
  // The list first: what it names and is not there is read as nothing, what it does not name would stay for ever.
  if (!writeSetting('kept.pages', all)) return
  try {
    await keepSecret(keyOf(name), { value, at: Date.now() })
  } catch {
    await dropSecret(keyOf(name))
  }
  await drop(old)
}

/** What `keepPage` kept; null when there is nothing. It is checked by nobody: an older version may have written it. */
export const keptPage = <T>(name: PageName): Promise<KeptPage<T> | null> => readSecret<KeptPage<T>>(keyOf(name))

/** What is kept of one kind, the one read last first: what stands after the kind in its name. */
export const keptOf = (kind: 'guide'): readonly string[] => idsOf(kind)

const idsOf = (kind: string): readonly string[] =>
  names()
    .filter((name) => kindOf(name) === kind)
    .map((name) => name.slice(kind.length + 1))

/** Ids of the drafts whose page is kept. */
export const keptDrafts = (): readonly string[] => idsOf('draft')

/** Forgets one page. */
export const dropPage = (name: PageName): Promise<void> => drop([name])

/** What everybody may read. */
const PUBLIC: ReadonlySet<string> = new Set(['matters', 'guide'])

/** Forgets all that belongs to somebody. */
export const dropOwnPages = (): Promise<void> => drop(names().filter((name) => !PUBLIC.has(kindOf(name))))

/** Forgets all pages, guides too. */
export const dropAllPages = (): Promise<void> => drop(names())

async function drop(gone: readonly string[]): Promise<void> {
  await Promise.all(gone.map((name) => dropSecret(keyOf(name))))
  writeSetting(
    'kept.pages',
    names().filter((name) => !gone.includes(name)),
  )
}
