import type parameters from '../../../cloudfunctions/matters/shared/parameters.json'
import type { FormContext } from '../../../miniprogram/shared/form'
import { lintForm, type Vocabulary } from '../../../miniprogram/shared/form/lint'
import { type FormFile, type MatterFolder, SHARED, type SharedFolder, readSharedFile } from '../folders'

/** The words of a matter that its forms may read; a form that several share may read none. */
function vocabularyOf(matter: MatterFolder | undefined, parameter: FormContext['param']): Vocabulary {
  return {
    situations: Object.fromEntries(
      (matter?.guide.situations ?? []).map(({ key, options }) => [key, options.map((option) => option.key)]),
    ),
    materials: Object.keys(matter?.ids.materials ?? {}),
    parameters: parameter,
  }
}

/** What is wrong with the forms themselves, each with its file and place: `road-freight/form.json rules.c2.holds: …`. */
export function formDefects(root: string, matters: readonly MatterFolder[], shared: SharedFolder): string[] {
  const rows = readSharedFile<typeof parameters>(root, 'parameters.json')
  const parameter = Object.fromEntries(rows.map(({ name, value }) => [name, value]))
  const lint = (folder: string, forms: Readonly<Record<string, FormFile>>, matter?: MatterFolder): string[] =>
    Object.entries(forms).flatMap(([name, form]) =>
      lintForm({ formId: name, ...form }, vocabularyOf(matter, parameter)).map(
        ({ at, message }) => `${folder}/${name}.json ${at}: ${message}`,
      ),
    )
  return [
    ...matters.flatMap((matter) => [
      ...lint(matter.slug, matter.forms, matter),
      ...Object.entries(matter.forms).flatMap(([name, form]) => prefillDefects(matter, name, form)),
    ]),
    ...lint(SHARED, shared.forms),
  ]
}

/** A field that takes its value from the situation guide names a question that there is. */
function prefillDefects({ slug, guide }: MatterFolder, name: string, { sections }: FormFile): string[] {
  const keys = guide.situations.map(({ key }) => key)
  return sections
    .flatMap(({ fields }) => fields)
    .filter(({ prefill }) => prefill?.source === 'situation' && !keys.includes(prefill.path))
    .map(({ id, prefill }) => `${slug}/${name}.json fields.${id}.prefill: there is no situation ${prefill?.path ?? ''}`)
}
