import type { Declaration } from '../../../../miniprogram/shared/domain/declaration'
import { type Gateway, startGateway } from '../../../support/gateway'
import type { Screen } from '../../../support/screen'
import { openPage, plugIn, unplug } from '../../../support/simulate'
import { AS_PERSON } from '../../fixtures'
import { declaration } from './declaration-fixture'

/** The form page of a declaration, and a gateway that answers. */

export const PATH = 'packages/declare/pages/form/form'

export let gateway: Gateway
export let server: Declaration

/** What the server has from now on. */
export function serve(next: Declaration): void {
  server = next
}

export const open = async (query: Record<string, string> = {}): Promise<Screen> => {
  const page = await openPage(PATH, { draftId: 'draft-1', ...query })
  await page.untilText('尚未提交')
  return page
}
export const saves = () => gateway.calls.filter(({ action }) => action === 'declaration.save').map(({ input }) => input)

/** What the field components tell the page while somebody types. */
export const type = (page: Screen, fieldId: string, value: unknown) =>
  page.call('onFieldChange', { detail: { fieldId, value } })

/** What stands above is there from the first test on, and closed after the last. */
export function prepareForm(): void {
  beforeAll(async () => {
    gateway = await startGateway()
  })
  afterAll(() => gateway.close())
  beforeEach(() => {
    server = declaration()
    gateway.calls.length = 0
    gateway.handlers = {
      'declaration.open': () => ({ account: AS_PERSON, declaration: server }),
      'declaration.save': ({ baseVersion }) => ({ version: baseVersion + 1, savedAt: '2026-11-02T12:05:00+08:00' }),
    }
    plugIn({ gateway: gateway.url })
  })
  afterEach(unplug)
}
