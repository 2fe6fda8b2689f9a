import { caseTypes } from '../../matters/cases'
import { DECLARATION_FORM, type MatterFolder, readMatters } from '../../matters/folders'
import { situationTruth } from '../../matters/truth'
import { Caller } from '../call'
import type { Contract } from '../contract'
import type { Target } from '../target'
import { differing, guideFacts, isPromiseLetter, materialFacts, type Said, situationFacts } from './facts'
import { theirMaterials, theirMatter, theirMatters } from './theirs'

/** One thing that an address has set up otherwise than our files say. */
export interface Difference extends Said {
  readonly matter: string
}

/**
 * Compares what our files say of each matter with what an address has set up: guide (#3), materials (#1), questions (#12)
 * and the materials of each case type (#13). A matter is found by its name, so that ids may differ.
 * @param wanted names of folders; all when absent
 */
export async function compareCatalogue(
  contract: Contract,
  target: Target,
  wanted?: readonly string[],
): Promise<readonly Difference[]> {
  const caller = new Caller(contract, target)
  const listed = await theirMatters(caller)
  const found: Difference[] = []
  for (const folder of readMatters().filter(({ slug }) => wanted?.includes(slug) ?? true)) {
    const itemId = listed.find(({ name }) => name === folder.matter.name)?.matterId
    const said =
      itemId === undefined
        ? [{ about: '事项', ours: folder.matter.name, theirs: '' }]
        : await compareMatter(caller, itemId, folder)
    found.push(...differing(said).map((one) => ({ matter: folder.slug, ...one })))
  }
  return found
}

async function compareMatter(caller: Caller, itemId: string, folder: MatterFolder): Promise<readonly Said[]> {
  const theirs = await theirMatter(caller, itemId)
  const own: Said[] = [
    ...(itemId === folder.ids.itemId ? [] : [{ about: '事项编码', ours: folder.ids.itemId, theirs: itemId }]),
    ...guideFacts(folder, theirs),
    ...materialFacts(folder, theirs),
    ...situationFacts(folder, theirs),
  ]
  // With other questions the answers could not be sent.
  if (differing(situationFacts(folder, theirs)).length > 0) return own
  for (const { name, answers } of answeredCases(folder)) {
    const optionIds = Object.entries(answers).flatMap(([key, chosen]) =>
      chosen.map((option) => folder.ids.situations[key]?.options[option] ?? ''),
    )
    const needed = folder.guide.materials.filter(
      ({ when }) => situationTruth(when, { situation: answers, form: {} }) === 'yes',
    )
    const there = await theirMaterials(caller, itemId, optionIds)
    const keyOf = (id: string): string =>
      Object.entries(folder.ids.materials).find(([, known]) => known === id)?.[0] ?? id
    own.push({
      about: `“${name}”要交的材料`,
      ours: needed
        .map(({ key }) => key)
        .sort()
        .join('、'),
      theirs: there
        .filter((id) => !isPromiseLetter(id))
        .map(keyOf)
        .sort()
        .join('、'),
    })
  }
  return own
}

/** Every case type, with the first option where a further question is asked. */
function answeredCases({ guide, forms }: MatterFolder) {
  const form = forms[DECLARATION_FORM]
  if (form === undefined || guide.situations.length === 0) return []
  return caseTypes(guide, form).map(({ name, known }) => {
    const answers: Record<string, readonly string[]> = {}
    for (const { key, options, showWhen } of guide.situations) {
      const isAsked = situationTruth(showWhen, { situation: answers, form: {} }) === 'yes'
      const chosen = known.situation[key] ?? []
      const first = options.slice(0, 1).map((option) => option.key)
      answers[key] = !isAsked ? [] : chosen.length > 0 ? chosen : first
    }
    return { name, answers }
  })
}

/** As a clerk reads it, one line for each difference, the number of them at the end. */
export function catalogueText(url: string, found: readonly Difference[]): string {
  const side = (text: string): string => (text === '' ? '没有' : text)
  return [
    url,
    ...found.map(
      ({ matter, about, ours, theirs }) => `${matter}  ${about}：我们 ${side(ours)}；一网通 ${side(theirs)}`,
    ),
    `${found.length} 处不同`,
  ].join('\n')
}
