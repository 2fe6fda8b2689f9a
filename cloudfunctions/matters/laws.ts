import type { RuleText } from '../../miniprogram/shared/form/schema'
import laws from './shared/laws.json'
import safetyFacts from './shared/safety-facts.json'

/** A law or rule that our facts stand on, with the date of the text that was read (shared/laws.json). */
interface Law {
  readonly name: string
  /** What it has become since, and from when: a day, or a year where no day is known. */
  readonly amended?: RuleText['amended']
  readonly repealed?: RuleText['amended']
  /** The day whose law the text is that was read. */
  readonly asOf: string
}

const rows: readonly Law[] = [...laws].sort((a, b) => b.name.length - a.name.length)

/** The law that a basis (`护士条例第七条第三款`) is an article of: the longest name that it begins with. */
const lawOf = (basis: string | undefined): Law | undefined =>
  basis === undefined ? undefined : rows.find(({ name }) => basis.startsWith(name))

/** Which text a basis was read in; undefined when its law is not listed. */
export function textOf(basis: string | undefined): RuleText | undefined {
  const law = lawOf(basis)
  if (law === undefined) return undefined
  const amended = law.repealed ?? law.amended
  return { law: law.name, asOf: law.asOf, ...(amended ? { amended: { on: amended.on, what: amended.what } } : {}) }
}

const SAFETY: ReadonlySet<string> = new Set(safetyFacts.map(({ rule }) => rule))

/** A rule that guards safety blocks, however old the text is that was read (shared/safety-facts.json). */
export const isSafetyFact = (slug: string, ruleId: string): boolean => SAFETY.has(`${slug}.${ruleId}`)
