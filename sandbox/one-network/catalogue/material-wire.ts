import { citizenText } from '../../../scripts/convert-matters/marks'
import { type Catalogue, isPromisable, type Material, promiseDays, type Situation, versionOf } from './item'
import type { SeedMaterial } from './seed-types'

const NECESSITY: Readonly<Record<SeedMaterial['necessity'], string>> = { required: '1', optional: '2', tolerated: '3' }
const DOCUMENT_FORM: Readonly<Record<SeedMaterial['document_form'], string>> = {
  original: '1',
  copy: '2',
  original_and_copy: '3',
  electronic: '4',
}
const SOURCE: Readonly<Record<SeedMaterial['source'], string>> = { applicant: '1', government: '2', intermediary: '3' }

const flag = (value: boolean) => (value ? '1' : '0')

/** 1 电子表单, 2 附件. */
function materialKind(material: Material): '1' | '2' {
  return material.seed.kind === 'eform' ? '1' : '2'
}

/** Material of the contract. What a material does not have is left empty, as the contract's examples do. */
export function toMaterialWire({ formById }: Catalogue, material: Material) {
  const { seed } = material
  const isForm = seed.kind === 'eform'
  const form = formById.get(material.formId)
  return {
    materialId: material.materialId,
    materialName: seed.name,
    seq: seed.seq,
    kind: materialKind(material),
    necessity: NECESSITY[seed.necessity],
    documentForm: DOCUMENT_FORM[seed.document_form],
    source: SOURCE[seed.source],
    sourceDetail: citizenText(seed.source_detail ?? ''),
    formId: material.formId,
    formVersion: form ? versionOf(form) : '',
    minCount: isForm ? null : seed.count.min,
    maxCount: isForm ? null : seed.count.max,
    paperCopies: seed.paper_copies,
    fileTypes: (seed.file_types ?? []).join(','),
    maxSizeBytes: isForm ? null : material.maxSizeBytes,
    blankFlag: flag(seed.blank_template),
    sampleFlag: flag(seed.sample_available),
    shareFlag: flag(seed.data_share_exempt),
    promiseFlag: flag(isPromisable(material)),
    promiseDays: isPromisable(material) ? promiseDays(material) : null,
    legalBasis: citizenText(seed.legal_basis ?? ''),
    note: citizenText(seed.note ?? ''),
  }
}

/** Situation of the contract. */
export function toSituationWire(situation: Situation, index: number) {
  return {
    situationId: situation.situationId,
    question: situation.question,
    seq: index + 1,
    chooseType: situation.multiple ? '2' : '1',
    requiredFlag: flag(situation.required),
    dependOptionIds: situation.dependOptionIds.length === 0 ? null : situation.dependOptionIds.join(','),
    options: situation.options.map(({ optionId, label, blockTip }, optionIndex) => ({
      optionId,
      optionName: label,
      seq: optionIndex + 1,
      blockFlag: flag(blockTip !== ''),
      blockTip,
    })),
  }
}
