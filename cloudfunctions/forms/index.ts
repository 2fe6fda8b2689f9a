import type { FormContext } from '../../miniprogram/shared/form/context'
import type { FormSchema } from '../../miniprogram/shared/form/schema'
import type { BeijingDate } from '../../miniprogram/shared/domain/time'
import ids from '../one-network/ids.json'
import { commonFormFile, matterFormFile } from './file-names'
import { FORM_FILES } from './files.generated'
import parameters from './parameters.json'

interface MatterForms {
  readonly slug: string
  readonly itemId: string
  /** Form key → provider form id. */
  readonly forms: Readonly<Record<string, string>>
}

/** A form file, as far as its history goes. */
interface Changed {
  readonly changes?: readonly { readonly on: BeijingDate }[]
}

const MATTERS = ids.matters as unknown as readonly MatterForms[]

/** Provider form id → the file that holds the form. */
const FILES: ReadonlyMap<string, string> = new Map([
  ...MATTERS.flatMap(({ slug, forms }) =>
    Object.entries(forms).map(([key, formId]) => [formId, matterFormFile(slug, key)] as const),
  ),
  ...Object.entries(ids.commonForms).map(([key, formId]) => [formId, commonFormFile(key)] as const),
])

const loaded = new Map<string, FormSchema>()

/** The form that the provider calls `formId` (contract #16 materials[].formId); undefined when it is not held here. */
export function formById(formId: string): FormSchema | undefined {
  const file = FILES.get(formId)
  const load = file === undefined ? undefined : FORM_FILES[file]
  if (load === undefined) return undefined
  const form = loaded.get(formId) ?? toForm(load())
  loaded.set(formId, form)
  return form
}

/** Beijing day of the office's last change, as the file says it; undefined when it says none. */
export function formChangedOn(formId: string): BeijingDate | undefined {
  const file = FILES.get(formId)
  const form = file === undefined ? undefined : (FORM_FILES[file]?.() as Changed | undefined)
  return form?.changes
    ?.map(({ on }) => on)
    .sort()
    .at(-1)
}

/** The forms of the matter with the provider's item id, its declaration form first; empty = cannot be filed here. */
export function matterForms(itemId: string): readonly FormSchema[] {
  const forms = MATTERS.find((matter) => matter.itemId === itemId)?.forms ?? {}
  return Object.values(forms).flatMap((formId) => formById(formId) ?? [])
}

/** Every form held here. */
export function allForms(): readonly FormSchema[] {
  return [...FILES.keys()].flatMap((formId) => formById(formId) ?? [])
}

/** Values that rules read with the operator `param` (parameters.json says where each comes from). */
export function formParameters(): FormContext['param'] {
  return Object.fromEntries(parameters.map(({ name, value }) => [name, value]))
}

/**
 * JSON has no literal types, so the compiler cannot see that a form file is a FormSchema: form.schema.json and
 * lintForm() check every file in the tests instead. What concerns editors and the office stays behind.
 */
function toForm(file: unknown): FormSchema {
  const { $schema: _schema, changes: _changes, ...form } = file as FormSchema & Record<'$schema' | 'changes', unknown>
  return form
}
