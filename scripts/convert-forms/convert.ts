import type { FormSchema, Section } from '../../miniprogram/shared/form/schema'
import { toNotes, toRules } from './checks'
import { toSection } from './fields'
import type { Seed, SeedCheck, SeedForm } from './seed'

const VERSION = '1.0'

/** Name of the file in cloudfunctions/forms → the form. */
export type FormFiles = Readonly<Record<string, FormSchema>>

/** The declaration form of each matter that can be filed here; the other matters follow. */
const MATTERS: readonly string[] = ['nurse-registration']

/** Forms that several matters share, and the name of their file. */
const COMMON_FORMS: Readonly<Record<string, string>> = {
  'common.authorization_letter': 'authorization-letter.json',
}

/** Converts the specification. Throws on anything it does not understand, so that nothing is lost silently. */
export function convertForms(seed: Seed): FormFiles {
  const files: Record<string, FormSchema> = {}
  for (const slug of MATTERS) {
    const matter = found(seed.matters, (m) => m.slug === slug, slug)
    const ids = found(seed.ids.matters, (m) => m.slug === slug, `${slug} in ids.json`)
    const form = found(matter.forms, (f) => f.primary === true, `primary form of ${slug}`)
    files[`${slug}.json`] = toForm(slug, form, ids.forms[form.id], matter.checks)
  }
  for (const [id, file] of Object.entries(COMMON_FORMS)) {
    const form = found(seed.commonForms, (f) => f.id === id, id)
    files[file] = toForm(id, form, seed.ids.commonForms[id], [])
  }
  return files
}

function toForm(key: string, form: SeedForm, formId: string | undefined, checks: readonly SeedCheck[]): FormSchema {
  if (formId === undefined) throw new Error(`${key}: no provider id for form ${form.id}`)
  const rules = toRules(key, checks)
  return {
    formId,
    version: VERSION,
    title: form.title,
    sections: withoutDoubleBounds(
      form.sections.map(toSection),
      checks.flatMap(({ kind, params }) =>
        kind === 'date_offset' && params.max_days !== undefined ? [params.field] : [],
      ),
    ),
    rules,
    notes: toNotes(checks),
  }
}

/** A check that says how old a day may be explains more than the field's own bound: the bound goes, the rule stays. */
function withoutDoubleBounds(sections: readonly Section[], ruledFields: readonly unknown[]): Section[] {
  return sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) => {
      if (!ruledFields.includes(field.id) || field.constraints?.dateMin === undefined) return field
      const { dateMin: _ruled, ...constraints } = field.constraints
      return { ...field, constraints }
    }),
  }))
}

function found<T>(items: readonly T[], test: (item: T) => boolean, name: string): T {
  const item = items.find(test)
  if (item === undefined) throw new Error(`not found: ${name}`)
  return item
}
