import { startSystem, type System } from '../../support/system'
import { Citizen } from './citizen'
import { NURSE, start } from './nurse'

/** A nurse’s open draft, and files on their way to it. */

export let system: System
export let nurse: Citizen
export let draftId: string

/** 近6个月健康体检证明: jpg, png or pdf; one to three files. */
export const HEALTH = 'CL12011600001405'
/** 身份证明: at most two. */
export const ID_COPY = 'CL12011600001402'

/** What stands above is there from the first test on, and closed after the last. */
export function prepareDraft(): void {
  beforeAll(async () => {
    system = await startSystem()
    nurse = new Citizen(system, 'uploads')
    await nurse.bind(NURSE.account)
    ;({ draftId } = await start(nurse))
  }, 60_000)
  afterAll(() => system.close())
  afterEach(() => system.provider.faults.clear())
}
