import type { FormContext } from '../../miniprogram/shared/form/context'
import type { FormSchema } from '../../miniprogram/shared/form/schema'
import ids from '../one-network/ids.json'
import authorizationLetter from './authorization-letter.json'
import nightConstruction from './night-construction.json'
import nurseRegistration from './nurse-registration.json'
import parameters from './parameters.json'
import roadFreight from './road-freight.json'
import vehiclePromise from './road-freight.veh-promise.json'
import tolerancePromise from './tolerance-promise.json'

/** Slug of a matter → its own forms, the declaration form first. A matter without a row cannot be filed here yet. */
const MATTER_FORMS: Readonly<Record<string, readonly FormSchema[]>> = {
  'road-freight': [toForm(roadFreight), toForm(vehiclePromise)],
  'night-construction': [toForm(nightConstruction)],
  'nurse-registration': [toForm(nurseRegistration)],
}

const COMMON_FORMS: readonly FormSchema[] = [toForm(authorizationLetter), toForm(tolerancePromise)]

const FORMS: ReadonlyMap<string, FormSchema> = new Map(
  [...Object.values(MATTER_FORMS).flat(), ...COMMON_FORMS].map((form) => [form.formId, form]),
)

/** The form that the provider calls `formId` (contract #16 materials[].formId); undefined when it is not held here. */
export function formById(formId: string): FormSchema | undefined {
  return FORMS.get(formId)
}

/** The forms of the matter with the provider's item id, its declaration form first; empty = cannot be filed here yet. */
export function matterForms(itemId: string): readonly FormSchema[] {
  const slug = ids.matters.find((matter) => matter.itemId === itemId)?.slug
  return (slug === undefined ? undefined : MATTER_FORMS[slug]) ?? []
}

/** Every form held here. */
export function allForms(): readonly FormSchema[] {
  return [...FORMS.values()]
}

/** Values that rules read with the operator `param` (parameters.json says where each comes from). */
export function formParameters(): FormContext['param'] {
  return Object.fromEntries(parameters.map(({ name, value }) => [name, value]))
}

/**
 * JSON has no literal types, so the compiler cannot see that a form file is a FormSchema: form.schema.json and
 * lintForm() check every file in the tests instead.
 */
function toForm({ $schema: _schema, ...form }: { readonly $schema: string }): FormSchema {
  return form as unknown as FormSchema
}
