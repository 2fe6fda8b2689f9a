import { startSystem, type System } from '../../support/system'
import { Citizen } from './citizen'
import { completeDraft, NURSE } from './nurse'

/** Drafts that are ready to be submitted, each of a citizen of its own. */

export let system: System

let citizens = 0

/** A complete draft of a fresh WeChat user. */
export async function ready() {
  const citizen = new Citizen(system, `submitter-${++citizens}`)
  await citizen.bind(NURSE.account)
  return { citizen, ...(await completeDraft(citizen, `submit-${citizens}`)) }
}

/** Cases of the nurse that the office has. */
export const cases = () => system.provider.office.listCases().length

/** What function 4 was asked so far, in the functions' own log; a repetition of the same request is no new one. */
export const saves = () =>
  system.log.filter((line) => line.includes('"event":"one-network"') && line.includes('"no":4,"attempt":1,'))

/** Lets the preparing calls of function 4 pass and fails the formal one. */
export async function failFormalSubmit(
  citizen: Citizen,
  draftId: string,
  version: number,
  kind: 'html' | 'empty' | 'truncated' | 'unknown-code',
) {
  system.provider.faults.set({ match: { functionNo: 15 }, kind: 'slow', delayMs: 600 })
  const submitting = citizen.reply('declaration.submit', { draftId, version })
  await untilLogged('"no":5')
  system.provider.faults.set({ match: { functionNo: 4 }, kind, times: 1 })
  return submitting
}

/** Waits until the functions log a line with this text that was not there before. */
export async function untilLogged(text: string): Promise<void> {
  const from = system.log.length
  for (let n = 0; n < 200; n += 1) {
    if (system.log.slice(from).some((line) => line.includes(text))) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`${text} was never logged`)
}

/** What stands above is there from the first test on, and closed after the last. */
export function prepareSystem(): void {
  beforeAll(async () => {
    system = await startSystem()
  }, 60_000)
  afterAll(() => system.close())
  afterEach(() => system.provider.faults.clear())
}
