import Ajv, { type ValidateFunction } from 'ajv'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import formSchema from '../../../cloudfunctions/matters/shared/form.schema.json'
import guideSchema from '../../../cloudfunctions/matters/shared/guide.schema.json'
import idsSchema from '../../../cloudfunctions/matters/shared/ids.schema.json'
import matterSchema from '../../../cloudfunctions/matters/shared/matter.schema.json'
import { formNames, matterSlugs, SHARED } from '../folders'

const compile = (schema: object): ValidateFunction =>
  new Ajv({ allowUnionTypes: true, strictTypes: false, allErrors: true }).compile(schema)

/** The JSON Schemas that files name for editors, compiled. */
export const SCHEMAS = {
  form: compile(formSchema),
  guide: compile(guideSchema),
  ids: compile(idsSchema),
  matter: compile(matterSchema),
}

/** Files that are not of the shape that their JSON Schema says: `road-freight/form.json /sections/0: …`. */
export function schemaDefects(root: string): string[] {
  return [SHARED, ...matterSlugs(root)].flatMap((folder) => {
    const kinds = folder === SHARED ? (['ids'] as const) : (['matter', 'guide', 'ids'] as const)
    const files = [
      ...kinds.map((kind) => [kind, SCHEMAS[kind]] as const),
      ...formNames(join(root, folder)).map((name) => [name, SCHEMAS.form] as const),
    ]
    return files.flatMap(([name, validate]) => {
      const path = join(folder, `${name}.json`)
      validate(JSON.parse(readFileSync(join(root, path), 'utf8')))
      return (validate.errors ?? []).map(
        ({ instancePath, message, params }) => `${path} ${instancePath}: ${message ?? ''} ${JSON.stringify(params)}`,
      )
    })
  })
}
