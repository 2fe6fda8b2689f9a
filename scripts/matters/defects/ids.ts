import { type MatterFolder, SHARED, type SharedFolder } from '../folders'

/**
 * Key of the letter by which materials are promised for later: a matter in which one can be has an id for it, another may
 * have it for the day on which the office allows it.
 */
const PROMISE = 'tolerance_promise'

/** Ids that are missing, that name nothing, or that are given twice. */
export function idDefects(matters: readonly MatterFolder[], shared: SharedFolder): string[] {
  return [
    ...matters.flatMap(matterIdDefects),
    ...compare(`${SHARED}/ids.json forms`, shared.formIds, Object.keys(shared.forms)),
    ...repeated(matters, shared),
  ]
}

function matterIdDefects({ slug, guide, ids, forms }: MatterFolder): string[] {
  const at = `${slug}/ids.json`
  const letter =
    PROMISE in ids.materials || guide.materials.some(({ necessity }) => necessity === 'tolerated') ? [PROMISE] : []
  return [
    ...compare(`${at} forms`, ids.forms, Object.keys(forms)),
    ...compare(`${at} materials`, ids.materials, [...guide.materials.map(({ key }) => key), ...letter]),
    ...compare(
      `${at} situations`,
      ids.situations,
      guide.situations.map(({ key }) => key),
    ),
    ...guide.situations.flatMap(({ key, options }) =>
      compare(
        `${at} situations.${key}`,
        ids.situations[key]?.options ?? {},
        options.map((option) => option.key),
      ),
    ),
  ]
}

/** Every name has an id, and every id a name. */
function compare(at: string, ids: Readonly<Record<string, unknown>>, names: readonly string[]): string[] {
  return [
    ...names.filter((name) => !(name in ids)).map((name) => `${at}: no id of ${name}`),
    ...Object.keys(ids)
      .filter((name) => !names.includes(name))
      .map((name) => `${at}: there is no ${name}`),
  ]
}

/** The provider's ids are unique over all matters. */
function repeated(matters: readonly MatterFolder[], shared: SharedFolder): string[] {
  const rows = [
    ...matters.flatMap(({ slug, ids }) =>
      [
        ids.itemId,
        ...Object.values(ids.forms),
        ...Object.values(ids.materials),
        ...Object.values(ids.situations).flatMap(({ situationId, options }) => [
          situationId,
          ...Object.values(options),
        ]),
      ].map((id) => [id, slug] as const),
    ),
    ...Object.values(shared.formIds).map((id) => [id, SHARED] as const),
  ]
  const first = new Map<string, string>()
  return rows.flatMap(([id, folder]) => {
    const earlier = first.get(id)
    if (earlier === undefined) first.set(id, folder)
    return earlier === undefined ? [] : [`${folder}/ids.json: ${id} is given in ${earlier}/ids.json too`]
  })
}
