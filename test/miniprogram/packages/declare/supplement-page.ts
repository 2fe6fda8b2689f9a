import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Output } from '../../../../miniprogram/shared/contract/actions'
import type { Attachment } from '../../../../miniprogram/shared/domain/attachment'
import type {
  SupplementItem,
  SupplementReceipt,
  SupplementRound,
} from '../../../../miniprogram/shared/domain/supplement'
import { type Gateway, gatewayForFile } from '../../../support/gateway'
import type { Screen } from '../../../support/screen'
import { openPage, plugIn, unplug } from '../../../support/simulate'
import { AS_PERSON, CASE } from '../../fixtures'

/** A round of supplements, its page, and a gateway that answers. */

export const PATH = 'packages/declare/pages/supplement/supplement'
export const folder = mkdtempSync(join(tmpdir(), 'supplement-'))
export const ITEM: SupplementItem = {
  materialId: 'CL-proof',
  name: '身份证明',
  kind: 'attachment',
  reason: '影像不清，看不到有效期',
  fileTypes: ['jpg', 'pdf'],
  maxSizeBytes: 2 * 1024 * 1024,
  maxCount: 2,
  before: [{ fileId: 'FJ1', fileName: '旧证件.pdf', size: 2048, uploadedAt: '2026-11-02T10:00:00+08:00' }],
  files: [],
  others: [],
}
export const FORM: SupplementItem = {
  ...ITEM,
  materialId: 'CL-form',
  name: '申请表',
  kind: 'form',
  reason: '电话填错了',
  before: [],
  form: { obstacle: '', changes: [], problems: 0 },
}

export const NEW_FILE: Attachment = {
  attachmentId: 'att-1',
  materialId: ITEM.materialId,
  fileName: '新证件.pdf',
  size: 3000,
  state: 'delivered',
}
export const ROUND: SupplementRound = {
  supplementId: 'sup-1',
  version: 3,
  round: 1,
  kind: 'supplement',
  state: 'open',
  issuedAt: '2026-11-04T15:20:00+08:00',
  deadline: '2026-11-11T17:30:00+08:00',
  overdue: false,
  phone: '022-00000018',
  note: '请尽快补好',
  items: [ITEM, FORM],
}

export const RECEIPT: SupplementReceipt = {
  caseNo: CASE.caseNo,
  round: 1,
  kind: 'supplement',
  matterName: '护士执业注册',
  statusName: '已收件待受理',
  submittedAt: '2026-11-05T09:41:26+08:00',
  delivered: 1,
  total: 1,
  missing: [],
  forms: ['申请表'],
  clockRuns: true,
}

export let gateway: Gateway
export let server: Output<'supplement.open'>

/** What the server answers from now on. */
export function serve(next: Output<'supplement.open'>): void {
  server = next
}

export const open = async (): Promise<Screen> => {
  const page = await openPage(PATH, { caseNo: CASE.caseNo })
  await page.untilText('护士执业注册')
  return page
}

/** What stands above is there from the first test on, and closed after the last. */
export function prepareSupplement(): void {
  gatewayForFile(folder, (opened) => {
    gateway = opened
  })
  beforeEach(() => {
    server = {
      account: AS_PERSON,
      caseNo: CASE.caseNo,
      matterName: '护士执业注册',
      statusName: '待补正',
      rounds: [ROUND],
      beforeKnown: true,
      earlier: { ok: true, value: [] },
    }
    gateway.calls.length = 0
    gateway.raw = null
    gateway.handlers = {
      'supplement.open': () => server,
      'attachment.begin': ({ materialId, fileName, size }) => ({
        attachment: { ...NEW_FILE, materialId, fileName, size, state: 'queued' },
        cloudPath: 'uploads/1/file.pdf',
      }),
      'attachment.deliver': () => ({ attachment: NEW_FILE }),
      'attachment.remove': () => ({}),
      'supplement.submit': () => ({ state: 'submitted', receipt: RECEIPT }),
    }
    plugIn({ gateway: gateway.url })
  })
  afterEach(unplug)
}
