import type { Output } from '../../../../miniprogram/shared/contract/actions'
import type { Receipt } from '../../../../miniprogram/shared/domain/declaration'
import { type Gateway, startGateway } from '../../../support/gateway'
import { phone } from '../../../support/phone'
import type { Screen } from '../../../support/screen'
import { openPage, plugIn, unplug } from '../../../support/simulate'
import { AS_PERSON } from '../../fixtures'
import { withAnswers } from './declaration-fixture'

/** A declaration that is complete, its review page, and a gateway that answers. */

const PATH = 'packages/declare/pages/review/review'
const FULL = withAnswers({ mobile: '13000000101', reg_type: 'first', years: 3, sign: ['att-1'] })
export const RECEIPT: Receipt = {
  caseNo: 'GX202611020001',
  matterName: '护士执业注册许可',
  applicantName: '欧**五',
  statusName: '已提交',
  submittedAt: '2026-11-02T12:10:00+08:00',
  promisedFinishDate: '2026-11-16',
  delivered: 2,
  total: 2,
  missing: [],
  promised: [],
}

export let gateway: Gateway
export let review: Output<'declaration.review'>

/** What the server answers from now on. */
export function serve(next: Output<'declaration.review'>): void {
  review = next
}

export const open = async (): Promise<Screen> => {
  const page = await openPage(PATH, { draftId: 'draft-1' })
  await page.until(() => page.has('.bottom__next') || page.has('.confirming-notice'), 'the review')
  return page
}
/** 提交申请, and what the sheet then asks. */
export async function submit(page: Screen): Promise<void> {
  await page.call('onSubmitTap')
  await page.call('onAgreeTap')
}
export const count = (action: string) => gateway.calls.filter((call) => call.action === action).length
export const lastVisit = () => phone.visits.at(-1)

/** What stands above is there from the first test on, and closed after the last. */
export function prepareReview(): void {
  beforeAll(async () => {
    gateway = await startGateway()
  })
  afterAll(() => gateway.close())
  beforeEach(() => {
    review = { account: AS_PERSON, declaration: FULL, pictures: {}, problems: {}, missingMaterials: [], barred: '' }
    gateway.calls.length = 0
    gateway.raw = null
    gateway.handlers = {
      'declaration.review': () => review,
      'declaration.submit': () => ({ state: 'submitted', receipt: RECEIPT }),
    }
    plugIn({ gateway: gateway.url })
  })
  afterEach(unplug)
}
