import { readFileSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { load } from 'js-yaml'
import { callbackFile, contractFile } from '../paths'

export interface SchemaNode {
  readonly $ref?: string
  readonly discriminator?: { readonly propertyName: string; readonly mapping: Readonly<Record<string, string>> }
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly type?: string | readonly string[]
  readonly required?: readonly string[]
  readonly items?: SchemaNode
  readonly allOf?: readonly SchemaNode[]
  readonly oneOf?: readonly SchemaNode[]
}

interface MediaTypes {
  readonly content: Readonly<Record<string, { readonly schema: SchemaNode } | undefined>>
}

interface OperationNode {
  readonly operationId: string
  /** The function's name in the contract. */
  readonly summary: string
  readonly 'x-function-no': number
  readonly 'x-retry': 'safe' | 'requestNo' | 'never'
  readonly security: readonly Readonly<Record<string, unknown>>[]
  readonly requestBody: MediaTypes
  readonly responses: Readonly<Record<string, MediaTypes>>
}

interface ContractDocument {
  readonly paths: Readonly<Record<string, { readonly post: OperationNode }>>
  readonly components: { readonly schemas: Readonly<Record<string, SchemaNode>> }
}

/** One function of the contract, as far as the protocol needs to know it. */
export interface Operation {
  readonly no: number
  readonly operationId: string
  readonly path: string
  readonly needsToken: boolean
  readonly hasRequestNo: boolean
  readonly encoding: 'json' | 'multipart'
  readonly requestSchema: string
  /** Of a JSON answer with its envelope; {} for a download. */
  readonly answerSchema: SchemaNode
}

/** The provider's OpenAPI document: its functions by path, its schemas, and one validator over them. */
export interface Contract {
  readonly document: ContractDocument
  readonly operations: ReadonlyMap<string, Operation>
  readonly ajv: Ajv2020
}

const CONTRACT_ID = 'contract'

/** Reference to a schema of the contract that the validator understands. */
export function schemaRef(pointer: string): string {
  return CONTRACT_ID + pointer
}

function toOperation(path: string, node: OperationNode): Operation {
  const multipart = node.requestBody.content['multipart/form-data']
  const media = multipart ?? node.requestBody.content['application/json']
  if (media?.schema.$ref === undefined) throw new Error(`${node.operationId}: request schema is not a reference`)
  return {
    no: node['x-function-no'],
    operationId: node.operationId,
    path,
    needsToken: node.security.some((scheme) => 'UserToken' in scheme),
    hasRequestNo: node['x-retry'] === 'requestNo',
    encoding: multipart === undefined ? 'json' : 'multipart',
    requestSchema: media.schema.$ref,
    answerSchema: node.responses['200']?.content?.['application/json']?.schema ?? {},
  }
}

/** A schema of the contract by its reference (`#/components/schemas/…`). */
export function schemaAt({ document }: Contract, ref: string): SchemaNode {
  const found = document.components.schemas[ref.slice('#/components/schemas/'.length)]
  if (found === undefined) throw new Error(`${ref} is not in the contract`)
  return found
}

const readDocument = (file: string): ContractDocument => load(readFileSync(file, 'utf8')) as ContractDocument

/** The contract's name of each of the 35 functions, in their order: those that we ask, and #28, which the provider asks. */
export function functionNames({ document }: Contract): readonly { readonly no: number; readonly name: string }[] {
  return [document, readDocument(callbackFile)]
    .flatMap(({ paths }) => Object.values(paths))
    .map(({ post }) => ({ no: post['x-function-no'], name: post.summary }))
    .sort((a, b) => a.no - b.no)
}

/** Reads docs/one-network/openapi.yaml; about a tenth of a second. */
export function loadContract(): Contract {
  const document = readDocument(contractFile)
  const operations = new Map(
    Object.entries(document.paths).map(([path, item]) => [path, toOperation(path, item.post)] as const),
  )
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { binary: true } })
  addFormats(ajv, ['uri'])
  ajv.addSchema({ $id: CONTRACT_ID, components: { schemas: document.components.schemas } })
  return { document, operations, ajv }
}
