import type { SaveText } from '../../../../miniprogram/packages/declare/draft/save-text'
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
  await untilOpen(page)
  return page
}
/** The first step shows. */
export const untilOpen = (page: Screen): Promise<void> =>
  page.until(() => page.node.data['ready'] === true, 'the first step')

/** The head says that all of it was saved at this time. */
export const untilSaved = (page: Screen, at: string): Promise<void> =>
  page.until(() => (page.node.data['save'] as SaveText).at === at && page.text.includes('已保存'), `已保存 ${at}`)

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
