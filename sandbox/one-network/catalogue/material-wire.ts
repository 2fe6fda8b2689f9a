import { type Catalogue, isForm, isPromisable, type Material, type Situation } from './item'

const NECESSITY: Readonly<Record<Material['necessity'], string>> = { required: '1', optional: '2', tolerated: '3' }
const DOCUMENT_FORM: Readonly<Record<Material['documentForm'], string>> = {
  original: '1',
  copy: '2',
  original_and_copy: '3',
  electronic: '4',
}
const SOURCE: Readonly<Record<Material['source'], string>> = { applicant: '1', government: '2', intermediary: '3' }

const flag = (value: boolean) => (value ? '1' : '0')

/** 1 电子表单, 2 附件. */
function materialKind(material: Material): '1' | '2' {
  return isForm(material) ? '1' : '2'
}

/** Material of the contract. What a material does not have is left empty, as the contract's examples do. */
export function toMaterialWire({ formById }: Catalogue, material: Material) {
  const { files } = material
  const form = formById.get(material.formId)
  return {
    materialId: material.materialId,
    materialName: material.name,
    seq: material.seq,
    kind: materialKind(material),
    necessity: NECESSITY[material.necessity],
    documentForm: DOCUMENT_FORM[material.documentForm],
    source: SOURCE[material.source],
    sourceDetail: material.sourceDetail,
    formId: material.formId,
    formVersion: form?.version ?? '',
    minCount: files?.min ?? null,
    maxCount: files?.max ?? null,
    paperCopies: material.paperCopies,
    fileTypes: (files?.types ?? []).join(','),
    maxSizeBytes: files === undefined ? null : material.maxSizeBytes,
    blankFlag: flag(material.hasBlank),
    sampleFlag: flag(material.hasSample),
    shareFlag: flag(material.isShared),
    promiseFlag: flag(isPromisable(material)),
    promiseDays: isPromisable(material) ? material.promise.days : null,
    legalBasis: material.legalBasis,
    note: material.note,
  }
}

/** Situation of the contract. */
export function toSituationWire(situation: Situation, index: number) {
  return {
    situationId: situation.situationId,
    question: situation.question,
    seq: index + 1,
    chooseType: situation.multiple ? '2' : '1',
    requiredFlag: flag(true),
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
