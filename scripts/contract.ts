import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { ROOT } from './build/paths'

type Examples = Readonly<Record<string, { readonly value: unknown }>>

/** One function in the provider's contract, as far as it is read here. */
export interface OperationNode {
  readonly operationId: string
  readonly 'x-function-no': number
  readonly 'x-retry': string
  readonly 'x-timeout-seconds': number
  readonly security: readonly Readonly<Record<string, unknown>>[]
  readonly requestBody: { readonly content: Readonly<Record<string, { readonly examples?: Examples }>> }
  readonly responses: Readonly<Record<string, { readonly content: Readonly<Record<string, object>> }>>
}

interface ContractDocument {
  readonly paths: Readonly<Record<string, { readonly post: OperationNode }>>
  readonly components: object
}

/** A file of the contract: openapi.yaml (what we ask) or callback.yaml (#28). */
export const readContract = (name: 'openapi.yaml' | 'callback.yaml'): ContractDocument =>
  load(readFileSync(join(ROOT, 'docs', 'one-network', name), 'utf8')) as ContractDocument
