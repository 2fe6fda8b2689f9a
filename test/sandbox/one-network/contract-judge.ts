import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { load } from 'js-yaml'

/** Judges answers by docs/one-network/openapi.yaml; independent of how the provider reads that document. */

interface Document {
  readonly paths: Readonly<Record<string, object>>
  readonly components: object
}

const document = load(
  readFileSync(join(__dirname, '..', '..', '..', 'docs', 'one-network', 'openapi.yaml'), 'utf8'),
) as Document
const ajv = new Ajv2020({ strict: false, formats: { binary: true } })
addFormats(ajv)
ajv.addSchema({ $id: 'openapi', paths: document.paths, components: document.components })

const validators = new Map<string, ValidateFunction>()

function validatorOf(path: string): ValidateFunction {
  const known = validators.get(path)
  if (known !== undefined) return known
  const pointer = ['paths', path, 'post', 'responses', '200', 'content', 'application/json', 'schema']
  const ref = pointer.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')
  const validate = ajv.compile({ $ref: `openapi#/${ref}` })
  validators.set(path, validate)
  return validate
}

/** Throws when the answer of this function does not fit the contract. */
export function judgeAnswer(path: string, answer: unknown): void {
  const validate = validatorOf(path)
  if (validate(answer) !== true) {
    throw new Error(`${path}: answer does not fit the contract: ${ajv.errorsText(validate.errors)}`)
  }
}
