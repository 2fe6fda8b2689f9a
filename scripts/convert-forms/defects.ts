import Ajv from 'ajv'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formParameters } from '../../cloudfunctions/forms'
import formSchema from '../../cloudfunctions/forms/form.schema.json'
import ids from '../../cloudfunctions/one-network/ids.json'
import { lintForm, type Vocabulary } from '../../miniprogram/shared/form/lint'
import type { FormSchema } from '../../miniprogram/shared/form/schema'

interface MatterWords {
  readonly forms: Readonly<Record<string, string>>
  readonly situations: Readonly<Record<string, { readonly options: object }>>
  readonly materials: object
}

const OTHERS = ['form.schema.json', 'parameters.json']
const matters = ids.matters as unknown as readonly MatterWords[]

/** Names of the form files in a folder. */
export const formFileNames = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.json') && !OTHERS.includes(name))

/** The words of the matter that the form belongs to; a form that several share may read none. */
export function vocabularyOf(formId: string): Vocabulary {
  const matter = matters.find(({ forms }) => Object.values(forms).includes(formId))
  return {
    situations: Object.fromEntries(
      Object.entries(matter?.situations ?? {}).map(([key, { options }]) => [key, Object.keys(options)]),
    ),
    materials: Object.keys(matter?.materials ?? {}),
    parameters: formParameters(),
  }
}

/** What is wrong with the form files themselves, each with its file and place: `road-freight.json rules.c2.holds: …`. */
export function formDefects(folder: string): string[] {
  const validate = new Ajv({ allowUnionTypes: true }).compile(formSchema)
  return formFileNames(folder).flatMap((name) => {
    const form: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    if (!validate(form)) {
      return (validate.errors ?? []).map(({ instancePath, message }) => `${name} ${instancePath}: ${message ?? ''}`)
    }
    const schema = form as unknown as FormSchema
    return lintForm(schema, vocabularyOf(schema.formId)).map(({ at, message }) => `${name} ${at}: ${message}`)
  })
}
