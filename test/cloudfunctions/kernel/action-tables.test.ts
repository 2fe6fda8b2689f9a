import { actions as api } from '../../../cloudfunctions/api/index'
import { actions as transfer } from '../../../cloudfunctions/transfer/index'
import { FUNCTIONS } from '../../../cloudfunctions/one-network/functions'
import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { ACTION_FACTS } from '../../../miniprogram/shared/contract/actions'

test('each action of the contract is served by the function that the contract names, once', () => {
  const served = [
    ...api.map((action) => [action.name, 'api'] as const),
    ...transfer.map((action) => [action.name, 'transfer'] as const),
  ]
  const named = Object.entries(ACTION_FACTS).map(([name, { on }]) => [name, on] as const)
  expect(Object.fromEntries(served)).toEqual(Object.fromEntries(named))
  expect(served).toHaveLength(named.length)
})

interface Operation {
  readonly operationId: string
  readonly 'x-function-no': number
  readonly 'x-retry': string
  readonly 'x-timeout-seconds': number
}

test('the table of functions says what the provider’s contract says', () => {
  const contract = load(readFileSync('docs/one-network/openapi.yaml', 'utf8')) as {
    readonly paths: Readonly<Record<string, { readonly post: Operation }>>
  }
  const rows = Object.entries(contract.paths).map(([path, { post }]) => [
    post.operationId,
    { no: post['x-function-no'], path, timeoutMs: post['x-timeout-seconds'] * 1000, retry: post['x-retry'] },
  ])
  expect(Object.fromEntries(rows)).toMatchObject(FUNCTIONS)
})
