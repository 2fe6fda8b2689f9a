import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { ROOT } from './build/paths'
import { generate, type Texts, writeOrCheck } from './write-or-check'

/**
 * A field type is one file of miniprogram/shared/form/fields/ and one component of packages/declare/components/. What
 * lists them is written here: the registry, the types that the JSON Schema of form files knows, and the component that
 * picks a field's control. With `--check` nothing is written; stale files are named and the exit code is 1.
 */

const FIELDS = join('miniprogram', 'shared', 'form', 'fields')
const COMPONENTS = join('miniprogram', 'packages', 'declare', 'components')
const REGISTRY = join(FIELDS, 'kinds.generated.ts')
const UNION = join('miniprogram', 'shared', 'form', 'field-type.generated.ts')
const FORM_SCHEMA = join('cloudfunctions', 'matters', 'shared', 'form.schema.json')
const PICKER = join(COMPONENTS, 'form-control', 'form-control')

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** `id-card.ts` is the type `id_card`. */
const namesOfFiles = (): string[] =>
  readdirSync(join(ROOT, FIELDS))
    .filter((name) => /^[a-z][a-z0-9-]*\.ts$/.test(name) && name !== 'index.ts')
    .map((name) => name.replace(/\.ts$/, ''))
    .sort()

const typeOf = (name: string): string => name.replaceAll('-', '_')
const variableOf = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

function registry(names: readonly string[]): string {
  return `// Written by scripts/field-types.ts; do not edit.
import type { FieldType } from '../field-type.generated'
import type { MakeKind } from '../kind/kind'
${names.map((name) => `import { kind as ${variableOf(name)} } from './${name}'`).join('\n')}

/** Field type → the one file that knows everything about it. */
export const MAKE_KIND: Readonly<Record<FieldType, MakeKind>> = {
${names.map((name) => (typeOf(name) === name ? `  ${name},` : `  ${typeOf(name)}: ${variableOf(name)},`)).join('\n')}
}
`
}

/** Apart from the registry: a form's shape names its types, and the kinds stand on that shape. */
const union = (names: readonly string[]): string => `// Written by scripts/field-types.ts; do not edit.
export type FieldType =
${names.map((name) => `  | '${typeOf(name)}'`).join('\n')}
`

interface FormSchemaFile {
  readonly definitions: { readonly field: { readonly properties: Record<string, object>; allOf?: object } }
}

/** The part of the JSON Schema that a kind decides: what a field cannot do without, and what a form may limit. */
interface TypeSchema {
  readonly required?: readonly string[]
  readonly properties: {
    readonly constraints: { readonly propertyNames: { readonly enum: readonly string[] } } | false
  }
}

/** The JSON Schema with these types; those of which the same holds stand together. */
function formSchema(types: readonly string[], schemaOf: (type: string) => TypeSchema): string {
  const schema = JSON.parse(read(FORM_SCHEMA)) as FormSchemaFile
  const { field } = schema.definitions
  field.properties['type'] = { enum: types }
  const parts = types.map((type) => JSON.stringify(schemaOf(type)))
  field.allOf = [...new Set(parts)].map((part) => ({
    if: { properties: { type: { enum: types.filter((_, i) => parts[i] === part) } } },
    then: JSON.parse(part) as TypeSchema,
  }))
  return JSON.stringify(schema)
}

const BINDINGS = [
  ...['field', 'value', 'error', 'required', 'readonly', 'source', 'today', 'focus'].map(
    (name) => `${name}="{{${name}}}"`,
  ),
  'bind:change="onChange" bind:blur="onBlur"',
].join(' ')

const UNSUPPORTED =
  '<view wx:elif="{{control}}" class="unsupported" aria-role="alert">“{{field.label}}”这一项暂时不能在小程序里填写，请到窗口办理，或联系工作人员。</view>'

/** WXML cannot look a component up by its name: a chain of all there are. */
function pickerTemplate(controls: readonly string[]): string {
  const branches = controls.map(
    (name, i) =>
      `<field-${name} class="form-control__kind" wx:${i === 0 ? 'if' : 'elif'}="{{control === '${name}'}}" ${BINDINGS} />`,
  )
  return [...branches, UNSUPPORTED, ''].join('\n')
}

function pickerComponents(controls: readonly string[]): string {
  const path = (name: string): string => `/packages/declare/components/field-${name}/field-${name}`
  const usingComponents = Object.fromEntries(controls.map((name) => [`field-${name}`, path(name)]))
  return JSON.stringify({ component: true, usingComponents })
}

/** Controls with more than a value and a change: form-field.wxml names them itself. */
const ownBranches = (): string[] =>
  [...read(join(COMPONENTS, 'form-field', 'form-field.wxml')).matchAll(/control === '([\w-]+)'/g)].flatMap(
    ([, name]) => name ?? [],
  )

const asJson = async (path: string, text: string): Promise<Texts> => ({
  [path]: await format(text, { ...(await resolveConfig(join(ROOT, path))), filepath: path }),
})

generate('field-types.ts', async () => {
  const names = namesOfFiles()
  // The kinds are loaded through them.
  await writeOrCheck('field-types.ts', { [UNION]: union(names), [REGISTRY]: registry(names) })
  const { kindOf } = await import('../miniprogram/shared/form/fields/index')
  const types = names.map(typeOf)
  const controls = [...new Set(types.map((type) => kindOf(type).control({ id: 'f', label: '', type: 'text' }).name))]
  const folders = readdirSync(join(ROOT, COMPONENTS))
  for (const name of controls.filter((control) => !folders.includes(`field-${control}`))) {
    console.error(`${COMPONENTS} has no field-${name}`)
    process.exitCode = 1
  }
  const picked = controls.filter((name) => !ownBranches().includes(name)).sort()
  const schema = formSchema(types, (type) => {
    const { needs, limits } = kindOf(type)
    const constraints = limits.length > 0 && { propertyNames: { enum: limits } }
    return { ...(needs ? { required: [needs] } : {}), properties: { constraints } }
  })
  return {
    ...(await asJson(FORM_SCHEMA, schema)),
    [`${PICKER}.wxml`]: pickerTemplate(picked),
    ...(await asJson(`${PICKER}.json`, pickerComponents(picked))),
  }
})
