/** Which of many things have a key: a list of numbers (from 0, ascending) for each key. */
export class Postings {
  private readonly lists = new Map<string, number[]>()
  private readonly counts: Uint16Array

  /** @param keysOf the keys of each thing, each key once */
  constructor(keysOf: readonly ReadonlySet<string>[]) {
    this.counts = new Uint16Array(keysOf.length)
    keysOf.forEach((keys, thing) => {
      for (const key of keys) {
        const list = this.lists.get(key)
        if (list) list.push(thing)
        else this.lists.set(key, [thing])
      }
    })
  }

  keys(): readonly string[] {
    return [...this.lists.keys()]
  }

  /** Marks the things that have at least `least` (from 1) of the keys, each of which is named once. */
  mark(keys: readonly string[], least: number, marks: Uint8Array): void {
    this.counts.fill(0)
    for (const key of keys) {
      for (const thing of this.lists.get(key) ?? []) {
        const count = (this.counts[thing] ?? 0) + 1
        this.counts[thing] = count
        if (count === least) marks[thing] = 1
      }
    }
  }
}
