import type { Material } from './item'
import type { GuideFile, IdsFile, MatterFiles, SharedFiles } from './matter-files'
import { need } from './need'
import { PROMISE_FORM, promiseMaterial } from './promise-form'
import { promiseTerm } from './promise-term'
import { describe } from './situation-condition'
import { asClerksType } from './wording'

/** Contract chapter 11: no single file is larger than this, whatever a matter says. */
const MAX_FILE_BYTES = 10_485_760
const MEGABYTE = 1_048_576
const SHARED = 'shared/'

/** Provider id of a form that a matter calls `form`, `veh-promise`, `shared/authorization-letter`; '' for none. */
function formIdOf(form: string | undefined, ids: IdsFile, shared: SharedFiles, where: string): string {
  if (form === undefined) return ''
  return need(form.startsWith(SHARED) ? shared.ids.forms[form.slice(SHARED.length)] : ids.forms[form], where)
}

/** The labels of a situation's options, as the provider words them. */
function labelsOf({ situations }: GuideFile): (situation: string, option: string) => string {
  return (situation, option) => {
    const label = situations.find(({ key }) => key === situation)?.options.find(({ key }) => key === option)?.label
    return label === undefined ? option : asClerksType(label)
  }
}

/** The materials of a matter, and the letter by which one of them is promised for later. */
export function toMaterials(files: MatterFiles, shared: SharedFiles): readonly Material[] {
  const { slug, matter, guide, ids } = files
  const labelOf = labelsOf(guide)
  const rows = guide.materials.map((row, index): Material => {
    const where = `${slug}.${row.key}`
    const known = need(
      matter.materials.find(({ key }) => key === row.key),
      where,
    )
    const formId = formIdOf(row.form, ids, shared, where)
    const { necessity, documentForm, source } = row
    return {
      ...{ necessity, documentForm, source, files: row.files, formId },
      materialId: need(ids.materials[row.key], where),
      key: row.key,
      name: asClerksType(known.name),
      seq: index + 1,
      sourceDetail: row.sourceDetail ?? '',
      when: row.when ?? null,
      situationText: row.when === undefined ? '' : describe(row.when, labelOf),
      maxSizeBytes: Math.min(MAX_FILE_BYTES, (row.files?.maxMegabytes ?? 10) * MEGABYTE),
      paperCopies: row.paperCopies ?? 1,
      hasBlank: row.form !== undefined || row.template === true,
      hasSample: row.form !== undefined || row.template === true,
      isShared: row.shared === true,
      promise: promiseTerm(files, shared, row.key),
      legalBasis: known.basis,
      note: known.note ?? '',
    }
  })
  const letter = promiseMaterial(rows, shared.ids.forms['tolerance-promise'] ?? '')
  if (letter === undefined) return rows
  const materialId = need(ids.materials[PROMISE_FORM], `${slug}.${PROMISE_FORM}`)
  const situationText = letter.when === null ? '' : describe(letter.when, labelOf)
  return [...rows, { ...letter, materialId, situationText, maxSizeBytes: MAX_FILE_BYTES }]
}
