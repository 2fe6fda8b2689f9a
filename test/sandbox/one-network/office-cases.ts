import type { OfficeAction } from '../../../sandbox/one-network'
import { startTestProvider, type TestProvider } from './provider'

/** The office that works on cases, and the citizen’s view of them. */

const LIST = '/api/v1/cases/list'
const PROGRESS = '/api/v1/cases/progress'

export const NURSE_ITEM = 'SX120116000014'

interface Brief {
  readonly caseNo: string
  readonly caseStatus: string
  readonly caseStatusName: string
  readonly submitTime: string
  readonly promiseDeadline: string | null
}
interface Page {
  readonly total: number
  readonly rows: readonly Brief[]
}
export interface Progress {
  readonly caseStatus: string
  readonly promisedFinishDate: string
  readonly statutoryFinishDate: string
  readonly nodes: readonly { readonly nodeName: string; readonly nodeState: string; readonly opinion: string }[]
  readonly pauses: readonly { readonly reason: string; readonly endTime: string | null }[]
  readonly issuedDocs: readonly { readonly docName: string; readonly attachId: string | null }[]
}

export let test: TestProvider

export async function listOf(token: string, category: string, more: object = {}): Promise<Page> {
  test.advance(1000)
  return (await test.client.call(LIST, { category, pageSize: 50, ...more }, { token })).data as Page
}

/** Progress as the applicant sees it; logs in anew, because the clock may have moved by days. */
export async function progressOf(caseNo: string): Promise<Progress> {
  const token = await test.client.tokenOf(test.nurse)
  return (await test.client.call(PROGRESS, { caseNo }, { token })).data as Progress
}

export const act = (caseNo: string, ...actions: readonly OfficeAction[]) => {
  actions.forEach((action) => test.provider.office.act(caseNo, action))
}
export const open = ({ nodes }: Progress) =>
  nodes.filter(({ nodeState }) => nodeState === '1').map(({ nodeName }) => nodeName)

/** What stands above is there from the first test on, and closed after the last. */
export function prepareOffice(): void {
  beforeEach(async () => {
    test = await startTestProvider()
  })
  afterEach(() => test.stop())
}
