import { withDifferences } from './differences'
import type { Catalogue, Item, LiveCatalogue } from './item'
import { toMaterials } from './materials'
import { type MatterFile, type MatterFiles, readMatterFiles, readSharedFiles, type SharedFiles } from './matter-files'
import { need } from './need'
import type { SituationCondition } from './situation-condition'
import { toSituations } from './situations'
import { asClerksType } from './wording'

/** What a matter without a word of it is set up with. */
const ALL_DAYS_COUNT = '不适用'

/** `{in: ['change', {var: 'situation.reg_type'}]}`: an override of the limit holds for one option of one question. */
function toCondition(when: unknown, slug: string): SituationCondition {
  const [, option, situation] = /^\{"in":\["(\w+)",\{"var":"situation\.(\w+)"\}\]\}$/.exec(JSON.stringify(when)) ?? []
  if (option === undefined || situation === undefined) throw new Error(`${slug}: no limit for ${JSON.stringify(when)}`)
  return { situation, in: [option] }
}

function toLimit({ timeLimit }: MatterFile, slug: string): Item['limit'] {
  return {
    value: timeLimit.value,
    unit: timeLimit.unit,
    text: timeLimit.text ?? '',
    notCounted: timeLimit.notCounted?.text ?? ALL_DAYS_COUNT,
    overrides: timeLimit.overrides.map(({ when, value, unit }) => ({ when: toCondition(when, slug), value, unit })),
    promisedWorkingDays: timeLimit.suggestedPromise.value,
  }
}

function toItem(files: MatterFiles, shared: SharedFiles): Item {
  const { slug, matter, guide, ids } = files
  const { name, field, type, legalBasis, results, fee } = matter
  return {
    ...{ slug, name, field, type, legalBasis, results, fee },
    itemId: ids.itemId,
    shortName: asClerksType(matter.shortName),
    subjectTypes: guide.applicants,
    isLicence: guide.result === 'licence',
    conditions: matter.conditions.map(({ text }) => text),
    tips: matter.tips.map(({ text }) => text),
    limit: toLimit(matter, slug),
    noticeRelief: reliefOf(slug, shared),
    situations: toSituations(files),
    materials: toMaterials(files, shared),
  }
}

function reliefOf(slug: string, { commitments }: SharedFiles): string {
  const row = commitments.matters.find(({ matter }) => matter === slug)
  return row?.noticeCommitment.allowed ? row.noticeCommitment.relief : ''
}

/** Provider form id → the form, of one folder. */
const formsOf = (ids: Readonly<Record<string, string>>, forms: MatterFiles['forms'], where: string) =>
  Object.entries(ids).map(([name, formId]) => [formId, need(forms[name], `${where}.${name}`)] as const)

/** What a provider is set up with besides the files of the matters. */
export interface SetUp {
  /** Ids of matters that have no situations, whatever the files say. */
  readonly withoutSituations?: readonly string[] | undefined
  /** With the differences of seed/differences.json. */
  readonly differences?: boolean | undefined
}

/** Sets the provider up with the office's matters as their files are now. Throws when an id is missing. */
export function loadCatalogue({ withoutSituations = [], differences = false }: SetUp = {}): Catalogue {
  const matters = readMatterFiles()
  const shared = readSharedFiles()
  const own = matters.map((files) => toItem(files, shared))
  const items = (differences ? withDifferences(own) : own).map((item) =>
    withoutSituations.includes(item.itemId) ? { ...item, situations: [] } : item,
  )
  return {
    items,
    itemById: new Map(items.map((item) => [item.itemId, item])),
    materialById: new Map(
      items.flatMap((item) => item.materials.map((material) => [material.materialId, { item, material }] as const)),
    ),
    formById: new Map([
      ...matters.flatMap(({ slug, ids, forms }) => formsOf(ids.forms, forms, slug)),
      ...formsOf(shared.ids.forms, shared.forms, 'shared'),
    ]),
  }
}

/** The same for a provider that runs, and takes corrected files in. */
export function openCatalogue(setUp: SetUp): LiveCatalogue {
  let current = loadCatalogue(setUp)
  return {
    get items() {
      return current.items
    },
    get itemById() {
      return current.itemById
    },
    get materialById() {
      return current.materialById
    },
    get formById() {
      return current.formById
    },
    reload() {
      current = loadCatalogue(setUp)
    },
  }
}
