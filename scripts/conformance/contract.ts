import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { type OperationNode, readContract } from '../contract'

/** One function as the contract describes it, with the judges of its answers. */
export interface Operation {
  readonly no: number
  readonly operationId: string
  readonly path: string
  readonly needsToken: boolean
  readonly timeoutMs: number
  /** Content type of a successful answer that is a file (#2, #32). */
  readonly fileType: string | undefined
  /** Complaints about a JSON answer; empty when it fits. */
  judge(answer: unknown): string
  /** The examples of a JSON request. */
  readonly examples: readonly unknown[]
}

/** The functions by number. */
export type Contract = ReadonlyMap<number, Operation>

const pointer = (...parts: readonly string[]): string =>
  parts.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')

/** Reads openapi.yaml (what we ask) and callback.yaml (#28). */
export function loadContract(): Contract {
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { binary: true } })
  addFormats(ajv)
  const operations = (['openapi.yaml', 'callback.yaml'] as const).flatMap((name) => {
    const document = readContract(name)
    ajv.addSchema({ $id: name, paths: document.paths, components: document.components })
    return Object.entries(document.paths).map(([path, { post }]) => toOperation(ajv, name, path, post))
  })
  return new Map(operations.map((operation) => [operation.no, operation]))
}

function toOperation(ajv: Ajv2020, document: string, path: string, node: OperationNode): Operation {
  const { content } = node.responses['200'] ?? { content: {} }
  const parts = ['paths', path, 'post', 'responses', '200', 'content', 'application/json', 'schema']
  let validate: ValidateFunction | undefined
  return {
    no: node['x-function-no'],
    operationId: node.operationId,
    path,
    needsToken: node.security.some((scheme) => 'UserToken' in scheme),
    timeoutMs: node['x-timeout-seconds'] * 1000,
    fileType: Object.keys(content).find((type) => type !== 'application/json'),
    judge(answer) {
      validate ??= ajv.compile({ $ref: `${document}#/${pointer(...parts)}` })
      return validate(answer) === true ? '' : ajv.errorsText(validate.errors?.slice(0, 3))
    },
    examples: Object.values(node.requestBody.content['application/json']?.examples ?? {}).map(({ value }) => value),
  }
}
