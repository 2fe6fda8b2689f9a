/** One thing that is known, as a row: what it is called, and what is said of it. */
export interface Fact {
  readonly label: string
  readonly text: string
}

/** What is known by its label, in this order; what is undefined or '' is left out. */
export const factsFrom = (said: Readonly<Record<string, string | undefined>>): readonly Fact[] =>
  Object.entries(said).flatMap(([label, text]) => (text ? [{ label, text }] : []))
