import { kindOf, FIELD_TYPES } from './fields/index'
import { IDENTITY_DOCUMENTS } from './identity-documents'
import type { Field } from './schema'

type Report = (at: string, message: string) => void

/**
 * Whoever is asked for a number may have another document than an ID card: beside every number stands a choice of
 * documents, in words that are the same in every form.
 * @param siblings the fields of a form, or the columns of a table
 */
export function lintDocuments(at: string, siblings: readonly Field[], report: Report): void {
  for (const field of siblings) {
    if (!FIELD_TYPES.includes(field.type)) continue
    const here = `${at}.${field.id}`
    if (kindOf(field.type).limits.includes('documentType')) lintNumber(here, field, siblings, report)
    lintDocuments(`${here}.columns`, field.columns ?? [], report)
  }
}

function lintNumber(here: string, { constraints }: Field, siblings: readonly Field[], report: Report): void {
  const type = siblings.find(({ id }) => id === constraints?.documentType)
  if (type === undefined) return report(here, 'documentType must name the field that says of which document it is')
  for (const { value, label } of type.options ?? []) {
    if (IDENTITY_DOCUMENTS[value]?.label !== label) report(here, `${type.id}: there is no document ${value} ${label}`)
  }
  if ((type.options ?? []).length === 0) report(here, `${type.id}: must be a choice of documents`)
}
