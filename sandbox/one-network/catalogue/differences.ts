import rows from '../seed/differences.json'
import type { Item, Material } from './item'
import { need } from './need'

/** What the provider has set up otherwise than the office's files say: in life the two never agree letter by letter. */
interface Difference {
  readonly matter: string
  readonly promisedDays?: number
  readonly statutoryDays?: number
  readonly condition?: string
  readonly fee?: Item['fee']
  readonly result?: string
  readonly material?: string
  readonly name?: string
  readonly most?: number
  readonly withoutMaterial?: string
}

const DIFFERENCES: readonly Difference[] = rows

/** The matters with the seeded differences (seed/differences.json). Throws when one names a material that is gone. */
export const withDifferences = (items: readonly Item[]): readonly Item[] =>
  items.map((item) => DIFFERENCES.filter(({ matter }) => matter === item.slug).reduce(differently, item))

function differently(item: Item, one: Difference): Item {
  const { limit } = item
  return {
    ...item,
    limit: {
      ...limit,
      value: one.statutoryDays ?? limit.value,
      promisedWorkingDays: one.promisedDays ?? limit.promisedWorkingDays,
    },
    conditions: one.condition === undefined ? item.conditions : [...item.conditions, one.condition],
    fee: one.fee ?? item.fee,
    results: one.result === undefined ? item.results : [...item.results, { name: one.result }],
    materials: materialsOf(item, one),
  }
}

function materialsOf(
  { materials, slug }: Item,
  { material, name, most, withoutMaterial }: Difference,
): readonly Material[] {
  const known = (key: string | undefined): string | undefined =>
    key === undefined ? undefined : need(materials.find((one) => one.key === key)?.key, `${slug}.${key}`)
  const [changed, left] = [known(material), known(withoutMaterial)]
  return materials
    .filter(({ key }) => key !== left)
    .map((one) =>
      one.key === changed
        ? {
            ...one,
            name: name ?? one.name,
            ...(one.files ? { files: { ...one.files, max: most ?? one.files.max } } : {}),
          }
        : one,
    )
}
