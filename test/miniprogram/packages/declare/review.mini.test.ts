import type { Output } from '../../../../miniprogram/shared/contract/actions'
import type { Receipt } from '../../../../miniprogram/shared/domain/declaration'
import { refuse, startGateway, type Gateway } from '../../../support/gateway'
import { phone } from '../../../support/phone'
import type { Screen } from '../../../support/screen'
import { openPage, plugIn, unplug } from '../../../support/simulate'
import { AS_PERSON, PHOTO } from '../../fixtures'
import { declaration, FORM_ID, withAnswers } from './declaration-fixture'

const PATH = 'packages/declare/pages/review/review'
const FULL = withAnswers({ mobile: '13000000101', reg_type: 'first', years: 3, sign: ['att-1'] })
const RECEIPT: Receipt = {
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

let gateway: Gateway
let review: Output<'declaration.review'>

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

const open = async (): Promise<Screen> => {
  const page = await openPage(PATH, { draftId: 'draft-1' })
  await page.until(() => page.has('.bottom__back') || page.has('.confirming-notice'), 'the review')
  return page
}
const count = (action: string) => gateway.calls.filter((call) => call.action === action).length
const lastVisit = () => phone.visits.at(-1)

test('opens with one call and reads like the office will read it', async () => {
  const page = await open()
  expect(gateway.calls.map(({ action }) => action)).toEqual(['declaration.review'])
  expect(page.text).toContain('提交人：个人 欧**五（1****************7）')
  expect(page.text).toContain('申请类别去修改首次注册')
  expect(page.text).toContain('学制去修改3年')
  expect(page.text).toContain('窗口会核对是否在不予注册期限内')
  expect(page.text).toContain('近期免冠照片')
  expect(page.text).toContain('内容齐全，可以提交')
})

describe('something is wrong or missing', () => {
  beforeEach(() => {
    review = {
      ...review,
      problems: {
        [FORM_ID]: [
          { field: 'mobile', severity: 'error', code: 'pattern', message: '手机号码不正确' },
          { field: 'years', severity: 'warning', code: 'rule:long-study', message: '学制一般为3年以上' },
          { field: 'attachments.photo', severity: 'error', code: 'rule:photo', message: '还须上传照片' },
        ],
      },
      missingMaterials: [{ materialId: PHOTO.materialId, name: PHOTO.name, have: 0, need: 1 }],
    }
  })

  test('the button is off and says why; nothing can be submitted', async () => {
    const page = await open()
    expect(page.text).toContain('还不能提交：2 处填写需要修改，1 项材料没有传齐')
    expect(page.has('.submit')).toBe(false)
    await page.tap('.submit_blocked')
    expect(phone.modals.at(-1)?.content).toContain('2 处填写需要修改')
    await page.call('onSubmitTap')
    expect(count('declaration.submit')).toBe(0)
  })

  test('each entry jumps to its place', async () => {
    const page = await open()
    expect(page.text).toContain('手机号码：手机号码不正确')
    expect(page.text).toContain('请留意，不影响提交（1）')
    await page.find('.errors').tapText('.todo', '手机号码')
    expect(lastVisit()?.url).toBe(
      `/packages/declare/pages/form/form?draftId=draft-1&materialId=${FORM_ID}&fieldId=mobile`,
    )
    const files = `/packages/declare/pages/attachments/attachments?draftId=draft-1&materialId=${PHOTO.materialId}`
    await page.find('.errors').tapText('.todo', '还须上传照片')
    expect(lastVisit()?.url).toBe(files)
    await page.find('.missing').tapText('.todo', '还差 1 个')
    expect(lastVisit()?.url).toBe(files)
  })
})

describe('another person than the account', () => {
  beforeEach(() => {
    const account = { subject_type: 'person', real_name: '欧阳晴川' }
    const other = withAnswers({ name: '虞青禾', mobile: '13000000101', reg_type: 'first', years: 3, sign: ['att-1'] })
    review = { ...review, declaration: { ...other, facts: { ...other.facts, account } } }
  })

  test('is pointed at and asked about, and may be meant so', async () => {
    const page = await open()
    expect(page.text).toContain('和您登录的账号不一样')
    phone.agrees = true
    await page.tap('.submit')
    await page.until(() => count('declaration.submit') > 0, 'the submit')
    expect(phone.modals.map(({ title }) => title)).toEqual(['申请人是您本人吗？', '确认提交？'])
    expect(phone.modals[0]?.content).toContain('表里填的姓名和您登录的账号不一样')
  })

  test('or leads to the field, and nothing is sent', async () => {
    const page = await open()
    phone.agrees = false
    await page.tap('.submit')
    expect(lastVisit()?.url).toContain(`materialId=${FORM_ID}&fieldId=name`)
    expect(phone.modals).toHaveLength(1)
    expect(count('declaration.submit')).toBe(0)
    expect(page.has('.submit')).toBe(true)
  })
})

test('a warning alone does not block', async () => {
  review = {
    ...review,
    problems: { [FORM_ID]: [{ field: 'years', severity: 'warning', code: 'rule:x', message: '请核对学制' }] },
  }
  const page = await open()
  expect(page.has('.submit')).toBe(true)
})

test('asks with the identity, submits the reviewed version once, and shows the receipt', async () => {
  const page = await open()
  await Promise.all([page.call('onSubmitTap'), page.call('onSubmitTap'), page.call('onSubmitTap')])
  await page.until(() => phone.visits.length > 0, 'the receipt')
  expect(phone.modals).toHaveLength(1)
  expect(phone.modals[0]?.content).toContain('欧**五')
  expect(count('declaration.submit')).toBe(1)
  expect(gateway.calls.at(-1)?.input).toEqual({ draftId: 'draft-1', version: 3 })
  expect(lastVisit()).toMatchObject({
    verb: 'redirectTo',
    url: '/packages/declare/pages/receipt/receipt?draftId=draft-1',
  })
})

test('再看看 submits nothing', async () => {
  phone.agrees = false
  const page = await open()
  await page.tap('.submit')
  expect(count('declaration.submit')).toBe(0)
  expect(page.text).toContain('内容齐全，可以提交')
})

test('confirming: says not to submit again, asks until it is known, then the receipt', async () => {
  gateway.handlers['declaration.submit'] = () => ({ state: 'confirming', since: '2026-11-02T12:10:00+08:00' })
  gateway.handlers['declaration.outcome'] = () => ({
    account: AS_PERSON,
    version: 3,
    state: 'confirming',
    since: '2026-11-02T12:10:00+08:00',
  })
  const page = await open()
  await page.tap('.submit')
  await page.untilText('正在确认提交结果')
  expect(page.text).toContain('请不要重复提交')
  expect(page.has('.submit')).toBe(false)
  await page.call('onCheckTap')
  expect(phone.visits).toEqual([])
  gateway.handlers['declaration.outcome'] = () => ({
    account: AS_PERSON,
    version: 3,
    state: 'submitted',
    receipt: RECEIPT,
  })
  await page.call('onCheckTap')
  await page.until(() => phone.visits.length > 0, 'the receipt')
  expect(count('declaration.submit')).toBe(1)
})

test('left before the answer to a submit came: nobody goes on asking', async () => {
  let answer = (): void => undefined
  gateway.handlers['declaration.submit'] = () =>
    new Promise((resolve) => {
      answer = () => resolve({ state: 'confirming', since: '2026-11-02T12:10:00+08:00' })
    })
  const page = await open()
  const submitting = page.call('onSubmitTap')
  await page.until(() => count('declaration.submit') === 1, 'the submit')
  await page.call('onUnload')
  answer()
  await submitting
  await page.rest(2300)
  expect(count('declaration.outcome')).toBe(0)
})

test('left while confirming and opened again: goes on asking', async () => {
  review = { ...review, declaration: declaration({ state: 'confirming' }) }
  const page = await open()
  await page.untilText('正在确认提交结果')
  expect(count('declaration.submit')).toBe(0)
})

test('no answer to the submit: never submits again by itself; when nothing was sent, the draft is as it was', async () => {
  gateway.handlers['declaration.submit'] = () => {
    phone.online = false
    return refuse({ code: 'OUTCOME_UNKNOWN', retryable: false })
  }
  const page = await open()
  await page.tap('.submit')
  await page.untilText('正在确认提交结果')
  await page.call('onCheckTap')
  await page.untilText('刚才没有问到结果')
  phone.online = true
  gateway.handlers['declaration.outcome'] = () =>
    refuse({ code: 'STATE_CHANGED', message: '这份申报还没有提交', retryable: false })
  await page.call('onCheckTap')
  await page.untilText('这次没有提交成功，您填写的内容都还在')
  await page.until(() => page.has('.submit'), 'the button')
  expect(count('declaration.submit')).toBe(1)
})

test.each(['NETWORK', 'INTERNAL', 'UPSTREAM_UNAVAILABLE', 'OUTCOME_UNKNOWN'] as const)(
  'a submit that ends in %s may have been taken: 结果确认中, asked, never sent again, never called a failure',
  async (code) => {
    gateway.handlers['declaration.submit'] = () => refuse({ code, retryable: true })
    gateway.handlers['declaration.outcome'] = () => ({
      account: AS_PERSON,
      version: 3,
      state: 'submitted',
      receipt: RECEIPT,
    })
    const page = await open()
    // NETWORK is the phone's own word for an answer that did not come.
    if (code === 'NETWORK') gateway.raw = (response) => void response.destroy()
    await page.tap('.submit')
    await page.untilText('正在确认提交结果')
    expect(page.has('.submit')).toBe(false)
    gateway.raw = null
    await page.call('onCheckTap')
    await page.until(() => phone.visits.length > 0, 'the receipt')
    expect(lastVisit()?.url).toContain('/receipt/receipt')
    expect(count('declaration.submit')).toBe(1)
  },
)

test.each(['BINDING_EXPIRED', 'NOT_BOUND'] as const)(
  '%s while it is asked: stays 结果确认中 with the way to log in, and asks again when she is back',
  async (code) => {
    review = { ...review, declaration: declaration({ state: 'confirming' }) }
    gateway.handlers['declaration.outcome'] = () => refuse({ code, retryable: false })
    const page = await open()
    await page.untilText('正在确认提交结果')
    await page.call('onCheckTap')
    await page.untilText('登录以后会接着问')
    expect(page.text).not.toContain('会自动再问')
    await page.find('.confirming-notice').find('.confirming__login').tap('.failure-remedy')
    expect(phone.visits.at(-1)?.url).toContain('/bind/bind')
    expect(count('declaration.review')).toBe(1)
    gateway.handlers['declaration.outcome'] = () => ({
      account: AS_PERSON,
      version: 3,
      state: 'submitted',
      receipt: RECEIPT,
    })
    await page.call('onHide')
    await page.call('onShow')
    await page.until(() => (lastVisit()?.url ?? '').includes('/receipt/receipt'), 'the receipt')
  },
)

test('the server refuses: says why with the id, shows the newest problems, keeps everything', async () => {
  gateway.handlers['declaration.submit'] = () => {
    review = { ...review, missingMaterials: [{ materialId: PHOTO.materialId, name: PHOTO.name, have: 0, need: 1 }] }
    return refuse({ code: 'INVALID_INPUT', retryable: false })
  }
  const page = await open()
  await page.tap('.submit')
  await page.untilText('有内容需要修改')
  expect(page.text).toContain('编号')
  await page.untilText('还不能提交：1 项材料没有传齐')
})

test('already submitted elsewhere: opens the receipt', async () => {
  gateway.handlers['declaration.submit'] = () => refuse({ code: 'ALREADY_SUBMITTED', retryable: false })
  const page = await open()
  await page.tap('.submit')
  await page.until(() => phone.visits.length > 0, 'the receipt')
  expect(lastVisit()?.url).toContain('/receipt/receipt')
})

describe('receipt', () => {
  const openReceipt = () => openPage('packages/declare/pages/receipt/receipt', { draftId: 'draft-1' })

  test('shows what was read back, and copies the number', async () => {
    gateway.handlers['declaration.outcome'] = () => ({
      account: AS_PERSON,
      version: 3,
      state: 'submitted',
      receipt: RECEIPT,
    })
    const page = await openReceipt()
    await page.untilText('提交成功')
    expect(page.text).toContain('GX202611020001')
    expect(page.text).toContain('签名和材料已送达 2/2')
    expect(page.text).toContain('2026年11月16日')
    await page.tap('.number__copy')
    expect(phone.clipboard).toBe('GX202611020001')
    await page.tap('.to-progress')
    expect(lastVisit()?.url).toBe('/packages/case/pages/progress/progress?caseNo=GX202611020001')
    await page.tap('.to-home')
    expect(lastVisit()?.url).toBe('/pages/home/home')
  })

  test('names the files that did not arrive', async () => {
    const receipt = { ...RECEIPT, delivered: 1, missing: ['照片.jpg'] }
    gateway.handlers['declaration.outcome'] = () => ({ account: AS_PERSON, version: 3, state: 'submitted', receipt })
    const page = await openReceipt()
    await page.untilText('签名和材料已送达 1/2')
    expect(page.text).toContain('这些文件一网通还没有列出')
    expect(page.text).toContain('照片.jpg')
  })

  test('not confirmed yet: waits, and shows the receipt when it is', async () => {
    gateway.handlers['declaration.outcome'] = () => ({
      account: AS_PERSON,
      version: 3,
      state: 'confirming',
      since: '2026-11-02T12:10:00+08:00',
    })
    const page = await openReceipt()
    await page.untilText('正在确认提交结果')
    gateway.handlers['declaration.outcome'] = () => ({
      account: AS_PERSON,
      version: 3,
      state: 'submitted',
      receipt: RECEIPT,
    })
    await page.call('onCheckTap')
    await page.untilText('提交成功')
  })

  test.each(['BINDING_EXPIRED', 'NOT_BOUND'] as const)(
    '%s while it is asked: stays 结果确认中 with the way to log in, and asks again when she is back',
    async (code) => {
      gateway.handlers['declaration.outcome'] = () => ({
        account: AS_PERSON,
        version: 3,
        state: 'confirming',
        since: '2026-11-02T12:10:00+08:00',
      })
      const page = await openReceipt()
      await page.untilText('正在确认提交结果')
      gateway.handlers['declaration.outcome'] = () => refuse({ code, retryable: false })
      await page.call('onCheckTap')
      await page.untilText('登录以后会接着问')
      expect(page.text).not.toContain('会自动再问')
      await page.find('.confirming-notice').find('.confirming__login').tap('.failure-remedy')
      expect(phone.visits.at(-1)?.url).toContain('/bind/bind')
      gateway.handlers['declaration.outcome'] = () => ({
        account: AS_PERSON,
        version: 3,
        state: 'submitted',
        receipt: RECEIPT,
      })
      await page.call('onShow')
      await page.untilText('提交成功')
    },
  )
})
