import { isPromisable, type Material } from './item'
import type { SituationCondition } from './situation-condition'

/** Word of the matters for the form in which an applicant promises to bring materials later. */
export const PROMISE_FORM = 'tolerance_promise'

/**
 * 容缺: whoever promises a material signs the shared form for it. The provider lists it wherever a material can be
 * promised, as a form that nobody else needs (contract chapter 13, row 26).
 */
export function promiseMaterial(
  materials: readonly Material[],
  formId: string,
): Omit<Material, 'materialId' | 'situationText' | 'maxSizeBytes'> | undefined {
  const promisable = materials.filter(isPromisable)
  if (promisable.length === 0) return undefined
  return {
    key: PROMISE_FORM,
    name: '容缺受理补正承诺书',
    seq: materials.length + 1,
    formId,
    necessity: 'optional',
    documentForm: 'electronic',
    source: 'applicant',
    sourceDetail: '在线填写生成',
    when: anyOf(promisable.map(({ when }) => when)),
    paperCopies: null,
    hasBlank: true,
    hasSample: false,
    isShared: false,
    promise: { kind: 'tolerance', days: 0 },
    legalBasis: '',
    note: '只有承诺后补材料时才需要填写',
  }
}

/** In every situation in which one of the materials is needed. */
function anyOf(conditions: readonly (SituationCondition | null)[]): SituationCondition | null {
  const known = conditions.filter((condition) => condition !== null)
  return known.length < conditions.length ? null : { any: known }
}
