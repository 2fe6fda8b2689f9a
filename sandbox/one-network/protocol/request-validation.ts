import type { ErrorObject } from 'ajv'
import { type Contract, schemaRef } from './contract'
import type { FieldError } from './errors'

/** `/forms/0/formData/uscc` → `forms[0].formData.uscc`, the provider's way to name a field. */
function toFieldPath(pointer: string, last?: string): string {
  const parts = pointer.split('/').slice(1)
  if (last !== undefined) parts.push(last)
  return parts.reduce((path, part) => {
    if (/^\d+$/.test(part)) return `${path}[${part}]`
    return path === '' ? part : `${path}.${part}`
  }, '')
}

function toFieldError(error: ErrorObject): FieldError {
  const params = error.params as Readonly<Record<string, unknown>>
  switch (error.keyword) {
    case 'required':
      return { field: toFieldPath(error.instancePath, String(params.missingProperty)), message: '不能为空' }
    case 'additionalProperties':
      return { field: toFieldPath(error.instancePath, String(params.additionalProperty)), message: '未定义的字段' }
    case 'type':
      return { field: toFieldPath(error.instancePath), message: '类型不正确' }
    case 'enum':
      return { field: toFieldPath(error.instancePath), message: '取值不在允许范围内' }
    case 'pattern':
      return { field: toFieldPath(error.instancePath), message: '格式不正确' }
    case 'minLength':
    case 'maxLength':
      return { field: toFieldPath(error.instancePath), message: '长度不符合要求' }
    default:
      return { field: toFieldPath(error.instancePath), message: `不符合要求（${error.keyword}）` }
  }
}

export type RequestValidator = (requestSchema: string, value: unknown) => readonly FieldError[]

/** Checks a request against its schema; a request with an unknown extra field is wrong too (contract chapter 2). */
export function createRequestValidator({ document, ajv }: Contract): RequestValidator {
  return (requestSchema, value) => {
    let ref = requestSchema
    const name = requestSchema.split('/').at(-1) ?? ''
    const discriminator = document.components.schemas[name]?.discriminator
    if (discriminator !== undefined) {
      // Ajv refuses `mapping`; choosing the branch ourselves also gives one clear list of errors instead of one per branch.
      const chosen = (value as Readonly<Record<string, unknown>> | null)?.[discriminator.propertyName]
      const branch = typeof chosen === 'string' ? discriminator.mapping[chosen] : undefined
      if (branch === undefined) return [{ field: discriminator.propertyName, message: '取值不在允许范围内' }]
      ref = branch
    }
    const id = schemaRef(ref)
    const validate = ajv.getSchema(id) ?? ajv.compile({ $ref: id })
    if (validate(value) === true) return []
    return (validate.errors ?? []).map(toFieldError)
  }
}

/** Text parts of a multipart request, with the integers of its schema turned into numbers where they are decimal text. */
export function readTextParts(
  { document }: Contract,
  requestSchema: string,
  parts: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const schema = document.components.schemas[requestSchema.split('/').at(-1) ?? '']
  const value: Record<string, unknown> = {}
  for (const [name, text] of Object.entries(parts)) {
    const property = schema?.properties?.[name]
    const target =
      property?.$ref === undefined ? property : document.components.schemas[property.$ref.split('/').at(-1) ?? '']
    value[name] = target?.type === 'integer' && /^(0|[1-9]\d*)$/.test(text) ? Number(text) : text
  }
  return value
}
