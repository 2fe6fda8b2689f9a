import { MATTERS } from './files.generated'
import sharedIds from './shared/ids.json'

/** What the provider's ids of one matter mean in the matter's own words (contract chapter 13, row 24): its ids.json. */
export interface MatterIds {
  readonly itemId: string
  /** Form file, without its ending → provider form id. */
  readonly forms: Readonly<Record<string, string>>
  /** Material key → provider material id. */
  readonly materials: Readonly<Record<string, string>>
  readonly situations: Readonly<
    Record<string, { readonly situationId: string; readonly options: Readonly<Record<string, string>> }>
  >
}

interface KnownMatter extends MatterIds {
  readonly slug: string
}

const known: readonly KnownMatter[] = Object.entries(MATTERS).map(([slug, { ids }]) => ({
  slug,
  ...(ids() as MatterIds),
}))
const matters = new Map(known.map((matter) => [matter.itemId, matter]))

/** A form file: that of a matter, or one that several share. */
interface FormPlace {
  readonly formId: string
  /** undefined = shared. */
  readonly slug?: string
  /** The file's name without its ending. */
  readonly name: string
}

const placesIn = (forms: Readonly<Record<string, string>>, slug?: string): FormPlace[] =>
  Object.entries(forms).map(([name, formId]) => ({ formId, name, ...(slug !== undefined && { slug }) }))

/** Every form that has an id: those of the matters first. */
export const FORM_PLACES: readonly FormPlace[] = [
  ...known.flatMap(({ slug, forms }) => placesIn(forms, slug)),
  ...placesIn(sharedIds.forms),
]

/** The form in which an applicant promises to bring materials later. */
export const PROMISE_FORM_ID = sharedIds.forms['tolerance-promise']

/** Provider ids of the matters of our table. */
export const allMatterIds = (): readonly string[] => [...matters.keys()]

/** The matter's own word for itself; undefined when it is not in the table. */
export const matterSlug = (matterId: string): string | undefined => matters.get(matterId)?.slug

/** Situation and option in the matter's own words → provider option id. */
export const optionIdOf = (matterId: string, situation: string, option: string): string | undefined =>
  matters.get(matterId)?.situations[situation]?.options[option]

/** Every option of a matter's situation guide. */
export const optionsOf = (
  matterId: string,
): readonly { readonly situation: string; readonly option: string; readonly optionId: string }[] =>
  Object.entries(matters.get(matterId)?.situations ?? {}).flatMap(([situation, { options }]) =>
    Object.entries(options).map(([option, optionId]) => ({ situation, option, optionId })),
  )

/** Provider form ids of a matter; empty when the matter is not in the table. */
export const formIdsOf = (matterId: string): readonly string[] => Object.values(matters.get(matterId)?.forms ?? {})

/** Provider material id → the matter's own word for it, e.g. `id_copy`. */
export function materialKeysOf(matterId: string): Readonly<Record<string, string>> {
  const entries = Object.entries(matters.get(matterId)?.materials ?? {})
  return Object.fromEntries(entries.map(([key, materialId]) => [materialId, key]))
}

/** 盖章（签字）的申报表扫描件: every matter calls it so. */
export const isStampedForm = (matterId: string, materialId: string): boolean =>
  materialKeysOf(matterId)[materialId] === 'stamped_form'

/** Situation key → the keys of its options. */
export function situationKeysOf(matterId: string): Readonly<Record<string, readonly string[]>> {
  const situations = Object.entries(matters.get(matterId)?.situations ?? {})
  return Object.fromEntries(situations.map(([key, { options }]) => [key, Object.keys(options)]))
}

/** Chosen provider options → situation key → option keys, as the forms' conditions read them. Unknown options are left out. */
export function situationOf(
  matterId: string,
  optionIds: readonly string[],
): Readonly<Record<string, readonly string[]>> {
  const situations = Object.entries(matters.get(matterId)?.situations ?? {})
  return Object.fromEntries(
    situations.map(([key, { options }]) => [
      key,
      Object.entries(options).flatMap(([option, optionId]) => (optionIds.includes(optionId) ? [option] : [])),
    ]),
  )
}
