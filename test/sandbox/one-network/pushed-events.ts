import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { load } from 'js-yaml'
import type { OfficeAction } from '../../../sandbox/one-network'
import { type ReceivedPush, type Receiver, startReceiver } from '../../support/receiver'
import { startTestProvider, type TestProvider } from './provider'

/** A provider that pushes, and a receiver that keeps what came. */

export let test: TestProvider
export let receiver: Receiver
export let caseNo: string

/** The case that the office works on from now on. */
export function workOn(next: string): void {
  caseNo = next
}

interface Event {
  readonly eventId: string
  readonly eventType: string
  readonly sequence: number
  readonly [name: string]: unknown
}
export const toEvent = ({ body }: ReceivedPush) => JSON.parse(body) as Event
export const types = () => receiver.received.map((push) => toEvent(push).eventType)
export const deliver = () => test.provider.pushes.deliverDue()
/** What the office does; the clock goes on by a second each time. */
export const act = (...actions: readonly OfficeAction[]) => {
  for (const action of actions) {
    test.advance(1000)
    test.provider.office.act(caseNo, action)
  }
}

/** Judges an event by callback.yaml and the schemas that it takes from openapi.yaml. */
export function judge(event: unknown): void {
  const yaml = (name: string) =>
    load(readFileSync(join(__dirname, '../../../docs/one-network', name), 'utf8')) as { readonly components: object }
  const ajv = new Ajv2020({ strict: false, formats: { binary: true } })
  addFormats(ajv)
  ajv.addSchema({ $id: 'https://contract/openapi.yaml', components: yaml('openapi.yaml').components })
  ajv.addSchema({ $id: 'https://contract/callback.yaml', components: yaml('callback.yaml').components })
  const validate = ajv.compile({ $ref: 'https://contract/callback.yaml#/components/schemas/ApprovalEvent' })
  if (!validate(event)) throw new Error(ajv.errorsText(validate.errors))
}

/** What stands above is there from the first test on, and closed after the last. */
export function prepareReceiver(): void {
  beforeEach(async () => {
    test = await startTestProvider()
    receiver = await startReceiver()
    test.provider.pushes.to(receiver.url, { everyMs: 0 })
    // 祁远帆's, of which the pre-review is over.
    caseNo = test.provider.office.listCases().find((it) => it.caseStatus === '16')?.caseNo ?? ''
  })
  afterEach(async () => {
    await test.stop()
    await receiver.close()
  })
}
