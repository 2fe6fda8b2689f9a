import type { FormContext } from '../../miniprogram/shared/form/context'
import type { FormSchema, Rule } from '../../miniprogram/shared/form/schema'
import type { BeijingDate } from '../../miniprogram/shared/domain/time'
import { MATTERS, SHARED_FORMS } from './files.generated'
import { FORM_PLACES, formIdsOf } from './ids'
import { isSafetyFact, textOf } from './laws'
import parameters from './shared/parameters.json'

/** A form file, as far as its history goes. */
interface Changed {
  readonly changes?: readonly { readonly on: BeijingDate }[]
}

/** A form's file, and the matter whose it is; none = several share it. */
interface FormFile {
  readonly file: () => unknown
  readonly slug: string | undefined
}

/** Provider form id → the form's file. */
const FILES: ReadonlyMap<string, FormFile> = new Map(
  FORM_PLACES.flatMap(({ formId, slug, name }) => {
    const file = (slug === undefined ? SHARED_FORMS : MATTERS[slug]?.forms)?.[name]
    return file === undefined ? [] : [[formId, { file, slug }] as const]
  }),
)

const loaded = new Map<string, FormSchema>()

/** The form that the provider calls `formId` (contract #16 materials[].formId); undefined when it is not held here. */
export function formById(formId: string): FormSchema | undefined {
  const found = FILES.get(formId)
  if (found === undefined) return undefined
  const form = loaded.get(formId) ?? toForm(formId, found)
  loaded.set(formId, form)
  return form
}

/** Beijing day of the office's last change, as the file says it; undefined when it says none. */
export function formChangedOn(formId: string): BeijingDate | undefined {
  const form = FILES.get(formId)?.file() as Changed | undefined
  return form?.changes
    ?.map(({ on }) => on)
    .sort()
    .at(-1)
}

/** The forms of the matter with this provider's id, its declaration form first; empty = cannot be filed here. */
export function matterForms(matterId: string): readonly FormSchema[] {
  return formIdsOf(matterId).flatMap((formId) => formById(formId) ?? [])
}

/** Every form held here. */
export function allForms(): readonly FormSchema[] {
  return [...FILES.keys()].flatMap((formId) => formById(formId) ?? [])
}

/** Values that rules read with the operator `param` (shared/parameters.json says where each comes from). */
export function formParameters(): FormContext['param'] {
  return Object.fromEntries(parameters.map(({ name, value }) => [name, value]))
}

/**
 * JSON has no literal types, so the compiler cannot see that a form file is a FormSchema: `npm run check` holds every
 * file to form.schema.json and lintForm() instead. What concerns editors and the office stays behind.
 */
function toForm(formId: string, { file, slug = '' }: FormFile): FormSchema {
  const {
    $schema: _schema,
    basedOn: _basedOn,
    changes: _changes,
    ...form
  } = file() as Omit<FormSchema, 'formId'> & Record<'$schema' | 'basedOn' | 'changes', unknown>
  return { formId, ...form, rules: form.rules.map((rule) => withText(rule, slug)) }
}

/** A rule that would block, with the text that its basis was read in: how long it may block depends on it. */
function withText(rule: Rule, slug: string): Rule {
  const text = isSafetyFact(slug, rule.id) ? undefined : textOf(rule.basis)
  const isBlock = rule.outcome.kind === 'problem' && rule.outcome.severity === 'error'
  return isBlock && text ? { ...rule, text } : rule
}
