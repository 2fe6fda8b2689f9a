import type { SeedMaterial, SeedMatter, SituationCondition } from './seed-types'

/** Word of the matters for the form in which an applicant promises to bring materials later. */
export const PROMISE_FORM = 'tolerance_promise'

const SIGNED_FORM = 'common.tolerance_promise'

/**
 * 容缺: whoever promises a material signs the common form for it. The provider lists it wherever a material can be
 * promised, as a form that nobody else needs (contract chapter 13, row 26).
 */
export function promiseForm(matter: SeedMatter): readonly SeedMaterial[] {
  const promisable = matter.materials.filter(({ necessity }) => necessity === 'tolerated')
  if (promisable.length === 0) return []
  return [
    {
      id: PROMISE_FORM,
      name: '容缺受理补正承诺书',
      seq: matter.materials.length + 1,
      necessity: 'optional',
      document_form: 'electronic',
      source: 'applicant',
      source_detail: '在线填写生成',
      kind: 'eform',
      form_ref: SIGNED_FORM,
      count: { min: 0, max: 1 },
      paper_copies: null,
      file_types: null,
      max_mb: null,
      applies_when: anyOf(promisable.map((material) => material.applies_when)),
      blank_template: true,
      sample_available: false,
      data_share_exempt: false,
      tolerance: null,
      legal_basis: null,
      note: '只有承诺后补材料时才需要填写',
    },
  ]
}

/** In every situation in which one of the materials is needed. */
function anyOf(conditions: readonly (SituationCondition | null)[]): SituationCondition | null {
  const known = conditions.filter((condition) => condition !== null)
  return known.length < conditions.length ? null : { any: known }
}
