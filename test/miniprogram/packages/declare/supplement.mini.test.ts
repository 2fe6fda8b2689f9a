import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Output } from '../../../../miniprogram/shared/contract/actions'
import type { Attachment } from '../../../../miniprogram/shared/domain/attachment'
import type {
  SupplementItem,
  SupplementReceipt,
  SupplementRound,
} from '../../../../miniprogram/shared/domain/supplement'
import { refuse, startGateway, type Gateway } from '../../../support/gateway'
import { phone } from '../../../support/phone'
import type { Screen } from '../../../support/screen'
import { openPage, plugIn, unplug } from '../../../support/simulate'
import { AS_PERSON, CASE } from '../../fixtures'

const PATH = 'packages/declare/pages/supplement/supplement'
const folder = mkdtempSync(join(tmpdir(), 'supplement-'))
const ITEM: SupplementItem = {
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
const FORM: SupplementItem = {
  ...ITEM,
  materialId: 'CL-form',
  name: '申请表',
  kind: 'form',
  reason: '电话填错了',
  before: [],
  form: { obstacle: '', changes: [], problems: 0 },
}
const CHANGE = { fieldId: 'mobile', label: '联系电话', before: '13000000102', after: '13000000103' }
const NEW_FILE: Attachment = {
  attachmentId: 'att-1',
  materialId: ITEM.materialId,
  fileName: '新证件.pdf',
  size: 3000,
  state: 'delivered',
}
const ROUND: SupplementRound = {
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
const ANSWERED = {
  ...ROUND,
  items: [
    { ...ITEM, files: [NEW_FILE] },
    { ...FORM, form: { obstacle: '', changes: [CHANGE], problems: 0 } },
  ],
}
const RECEIPT: SupplementReceipt = {
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

let gateway: Gateway
let server: Output<'supplement.open'>
beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  return gateway.close()
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

const open = async (): Promise<Screen> => {
  const page = await openPage(PATH, { caseNo: CASE.caseNo })
  await page.untilText('护士执业注册')
  return page
}
const calls = (name: string) => gateway.calls.filter(({ action }) => action === name)

test.each([
  ['received', '办理时限还没有开始计算'],
  ['accepted', '等您补正期间，办理时限暂停计时；提交后接着算'],
  [undefined, '还没有受理的，时限还没有开始'],
] as const)('before acceptance no clock stands still: %s', async (stage, text) => {
  server = { ...server, ...(stage === undefined ? {} : { stage }) }
  const page = await open()
  expect(page.text).toContain(text)
})

test('each item has its reason, old files and what is lacking; one call opens the page', async () => {
  const page = await open()
  expect(gateway.calls.map(({ action }) => action)).toEqual(['supplement.open'])
  for (const text of [
    '第 1 轮：补正',
    '请在 2026年11月11日 17:30 前提交',
    '办理时限暂停计时',
    '请尽快补好',
    '2 项中已完成 0 项',
    '影像不清，看不到有效期',
    '旧证件.pdf',
    '申报时提交',
    '还没有修改',
    '“身份证明”还没有上传新文件',
    '还差 2 项',
  ]) {
    expect(page.text).toContain(text)
  }
  expect(page.text).not.toContain('下一步：核对提交')
})

test('a form in which nothing is wrong counts when the citizen says why, and only as long as she does', async () => {
  const page = await open()
  expect(page.text).toContain('核对后没有错、不用改的')
  await page.call('onRemarkInput', { detail: { value: '电话没有写错' } })
  await page.untilText('不修改，已说明原因')
  expect(page.text).toContain('2 项中已完成 1 项')
  expect(page.text).not.toContain('核对后没有错、不用改的')
  await page.call('onRemarkInput', { detail: { value: ' ' } })
  await page.untilText('还没有修改')
  expect(page.text).toContain('2 项中已完成 0 项')
})

test('what was not there at first comes with 刷新; a failure in a dialog bears the number for the staff', async () => {
  const unread = ROUND.items.map(({ form: _form, ...item }) => item)
  server = { ...server, rounds: [{ ...ROUND, items: unread }] }
  const page = await open()
  expect(page.text).toContain('请点上面的“刷新”再试')
  server = { ...server, rounds: [ROUND] }
  await page.tap('.refresh')
  await page.untilText('还没有修改')
  gateway.handlers['supplement.previewFile'] = () => refuse({ code: 'UPSTREAM_REJECTED', retryable: false })
  await page.call('onCaseFilePreview', { detail: { fileId: 'FJ1', name: '旧证件.pdf' } })
  expect(phone.modals.at(-1)?.content).toMatch(/请把编号告诉窗口。\n编号 \S+/)
})

test('without a deadline none is invented; after it nothing can be added', async () => {
  const { deadline: _deadline, ...unlimited } = ROUND
  server = { ...server, rounds: [unlimited] }
  const page = await open()
  expect(page.text).toContain('窗口没有定截止时间')
  server = { ...server, rounds: [{ ...ROUND, overdue: true }] }
  await page.call('load')
  await page.untilText('已经过了')
  expect(page.text).toContain('请拨打窗口电话 022-00000018')
  expect(page.text).not.toContain('从相册选')
  expect(page.text).not.toContain('还差 2 项')
})

test('a file is checked in place, uploaded, and counts once it was delivered', async () => {
  const page = await open()
  const path = (name: string, size: number) => {
    const file = join(folder, name)
    writeFileSync(file, Buffer.concat([Buffer.from('%PDF-1.4'), Buffer.alloc(100)]))
    return { path: file, name, size }
  }
  phone.files = [path('big.pdf', 3 * 1024 * 1024)]
  await page.call('onAdd', { detail: { materialId: ITEM.materialId, source: 'chat' } })
  await page.untilText('超过了单个 2 MB 的上限')
  expect(calls('attachment.begin')).toHaveLength(0)
  phone.files = [path('good.pdf', 108)]
  await page.call('onAdd', { detail: { materialId: ITEM.materialId, source: 'chat' } })
  await page.untilText('2 项中已完成 1 项')
  expect(calls('attachment.begin')[0]?.input).toMatchObject({ draftId: 'sup-1', materialId: ITEM.materialId })
})

test('what will be sent is shown before it is; the receipt says what happens next', async () => {
  server = { ...server, rounds: [ANSWERED] }
  const page = await open()
  expect(page.text).toContain('原来：13000000102')
  await page.call('onRemarkInput', { detail: { value: '已更换' } })
  await page.call('onReviewTap')
  await page.untilText('请核对要提交的内容')
  for (const text of [
    '新证件.pdf（已送达）',
    '联系电话：原来 13000000102，现在 13000000103',
    '已更换',
    '这一轮不能再改',
  ]) {
    expect(page.text).toContain(text)
  }
  expect(calls('supplement.submit')).toHaveLength(0)
  await Promise.all([page.call('onSubmitTap'), page.call('onSubmitTap')])
  await page.untilText('第 1 轮：补正，已提交')
  expect(calls('supplement.submit').map(({ input }) => input)).toEqual([
    { supplementId: 'sup-1', version: 3, remark: '已更换' },
  ])
  expect(page.text).toContain('已送达 1/1')
  expect(page.text).toContain('办理时限接着计时')
})

test('no answer: 结果确认中, never a second submit; a refusal keeps everything', async () => {
  server = { ...server, rounds: [ANSWERED] }
  gateway.handlers['supplement.submit'] = () => ({ state: 'confirming', since: '2026-11-05T09:41:26+08:00' })
  gateway.handlers['supplement.outcome'] = () => ({ state: 'submitted', receipt: RECEIPT })
  const page = await open()
  await page.call('onReviewTap')
  await page.call('onSubmitTap')
  await page.untilText('补正已经发出')
  await page.call('onCheckTap')
  await page.untilText('已提交')
  expect(calls('supplement.submit')).toHaveLength(1)

  gateway.handlers['supplement.submit'] = () =>
    refuse({ code: 'STATE_CHANGED', retryable: false, message: '这一轮的截止时间已过，一网通不再接收' })
  const refused = await open()
  await refused.call('onReviewTap')
  await refused.call('onSubmitTap')
  await refused.untilText('这次没有提交成功')
  expect(refused.text).toContain('一网通不再接收')
  expect(refused.text).toContain('新证件.pdf')
})

test.each(['BINDING_EXPIRED', 'NOT_BOUND'] as const)(
  '%s while it is asked: stays 结果确认中 with the way to log in, and asks again when she is back',
  async (code) => {
    server = { ...server, rounds: [{ ...ANSWERED, state: 'confirming' }] }
    gateway.handlers['supplement.outcome'] = () => refuse({ code, retryable: false })
    const page = await openPage(PATH, { caseNo: CASE.caseNo })
    await page.untilText('补正已经发出')
    await page.call('onCheckTap')
    await page.untilText('登录以后会接着问')
    expect(page.text).not.toContain('会自动再问')
    await page.find('.confirming-notice').find('.confirming__login').tap('.failure-remedy')
    expect(phone.visits.at(-1)?.url).toContain('/bind/bind')
    expect(calls('supplement.open')).toHaveLength(1)
    gateway.handlers['supplement.outcome'] = () => ({ state: 'submitted', receipt: RECEIPT })
    await page.call('onHide')
    await page.call('onShow')
    await page.untilText('已送达 1/1')
    expect(calls('supplement.submit')).toHaveLength(0)
  },
)

test('left before the answer to a submit came: nobody goes on asking', async () => {
  server = { ...server, rounds: [ANSWERED] }
  let answer = (): void => undefined
  gateway.handlers['supplement.submit'] = () =>
    new Promise((resolve) => {
      answer = () => resolve({ state: 'confirming', since: '2026-11-05T09:41:26+08:00' })
    })
  const page = await open()
  await page.call('onReviewTap')
  const submitting = page.call('onSubmitTap')
  await page.until(() => calls('supplement.submit').length === 1, 'the submit')
  await page.call('onUnload')
  answer()
  await submitting
  await page.rest(2300)
  expect(calls('supplement.outcome')).toEqual([])
})

test.each(['NETWORK', 'INTERNAL', 'UPSTREAM_UNAVAILABLE', 'OUTCOME_UNKNOWN'] as const)(
  'a submit that ends in %s may have been taken: 结果确认中, asked, never sent again, never called a failure',
  async (code) => {
    server = { ...server, rounds: [ANSWERED] }
    gateway.handlers['supplement.submit'] = () => refuse({ code, retryable: true })
    gateway.handlers['supplement.outcome'] = () => ({ state: 'submitted', receipt: RECEIPT })
    const page = await open()
    await page.call('onReviewTap')
    // NETWORK is the phone's own word for an answer that did not come.
    if (code === 'NETWORK') gateway.raw = (response) => void response.destroy()
    await page.call('onSubmitTap')
    await page.untilText('补正已经发出')
    expect(page.text).not.toContain('这次没有提交成功')
    gateway.raw = null
    await page.call('onCheckTap')
    await page.untilText('第 1 轮：补正，已提交')
    expect(calls('supplement.submit')).toHaveLength(1)
  },
)

test('承诺补证 has its own explanation, and several rounds are chosen one by one', async () => {
  const promise = { ...ROUND, supplementId: 'sup-2', round: 2, kind: 'promise' as const, items: [ITEM] }
  server = { ...server, rounds: [ROUND, promise] }
  const page = await open()
  expect(page.text).toContain('有 2 轮等您处理')
  await page.call('onRoundTap', { currentTarget: { dataset: { round: 2 } } })
  await page.untilText('不会让办理停下来')
  expect(page.text).toContain('逾期没有补交的后果，请看承诺书或者问窗口')
  expect(page.text).toContain('1 项中已完成 0 项')
})

test.each([
  ['tolerance', '期限从受理起算，补齐后窗口才作出决定。逾期没有补交的，窗口可能退回申请，或者不予许可。', '撤销'],
  [
    'promiseApproval',
    '期限从承诺之日起算，窗口可以先作出决定。逾期没有补齐的，撤销已作出的决定并记入信用记录。',
    '受理起算',
  ],
] as const)('a round of %s says from when its days count, and what follows', async (by, said, neverSaid) => {
  server = { ...server, rounds: [{ ...ROUND, kind: 'promise', promisedBy: [by], items: [ITEM] }] }
  const page = await open()
  expect(page.text).toContain(said)
  expect(page.text).not.toContain(neverSaid)
})

test('earlier rounds can be read, and what could not be read is said', async () => {
  const past = {
    round: 1,
    kind: 'supplement' as const,
    submittedAt: '2026-11-05T09:41:26+08:00',
    materials: [{ materialId: 'CL-proof', name: '身份证明', kind: 'attachment' as const, files: ITEM.before }],
  }
  server = { ...server, rounds: [], earlier: { ok: true, value: [past] } }
  const page = await open()
  expect(page.text).toContain('现在没有要补的材料')
  await page.call('onEarlierTap')
  await page.untilText('2026年11月5日 09:41 提交')
  expect(page.text).toContain('旧证件.pdf')
  server = {
    ...server,
    rounds: [ROUND],
    beforeKnown: false,
    earlier: { ok: false, error: { code: 'UPSTREAM_UNAVAILABLE', retryable: true } },
  }
  server = { ...server, rounds: [{ ...ROUND, items: [{ ...ITEM, before: [] }] }] }
  await page.call('load')
  await page.untilText('原来提交的文件暂时没有取到')
  expect(page.text).toContain('以前的补正暂时没有取到')
})
