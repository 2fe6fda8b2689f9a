import type { Draft } from './filing'
import { startTestProvider, type TestProvider } from './provider'

/** The provider that a nurse and a haulier file at. */

export const NURSE_ITEM = 'SX120116000014'

export const SAVE = '/api/v1/declarations/save'
export const STATUS = '/api/v1/forms/status'

export interface Failure {
  readonly errors: readonly { readonly field: string; readonly message: string }[]
}

export let test: TestProvider

/** The main form's material: every matter has one, first in the list. */
export function mainForm(draft: Draft) {
  const material = draft.materials.find(({ kind }) => kind === '1')
  if (material === undefined) throw new Error('no form')
  return material
}

/** What stands above is there from the first test on, and closed after the last. */
export function prepareProvider(): void {
  beforeAll(async () => {
    test = await startTestProvider()
  })
  afterAll(() => test.stop())
  beforeEach(() => test.advance(60_000))
}
