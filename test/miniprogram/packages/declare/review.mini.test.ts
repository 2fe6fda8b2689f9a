import { refuse } from '../../../support/gateway'
import { phone } from '../../../support/phone'
import { PHOTO } from '../../fixtures'
import { FORM_ID, withAnswers } from './declaration-fixture'
import { count, gateway, lastVisit, open, prepareReview, review, serve, submit } from './review-page'

prepareReview()

test('opens with one call and reads like the office will read it', async () => {
  const page = await open()
  expect(gateway.calls.map(({ action }) => action)).toEqual(['declaration.review'])
  expect(page.text).toContain('提交人：欧**五（个人）')
  expect(page.text).toContain('申请人修改')
  expect(page.text).toContain('申请类别首次注册')
  expect(page.text).toContain('学制3年')
  expect(page.text).toContain('窗口会核对是否在不予注册期限内')
  expect(page.text).toContain('近期免冠照片')
  expect(page.text).toContain('内容齐全，提交后窗口就能看到')
})

describe('something is wrong or missing', () => {
  beforeEach(() => {
    serve({
      ...review,
      problems: {
        [FORM_ID]: [
          { field: 'mobile', severity: 'error', code: 'pattern', message: '手机号码不正确' },
          { field: 'years', severity: 'warning', code: 'rule:long-study', message: '学制一般为3年以上' },
          { field: 'attachments.photo', severity: 'error', code: 'rule:photo', message: '还须上传照片' },
        ],
      },
      missingMaterials: [{ materialId: PHOTO.materialId, name: PHOTO.name, have: 0, need: 1 }],
    })
  })

  test('the button says how much stands in the way, and leads to the first; nothing can be submitted', async () => {
    const page = await open()
    expect(page.text).toContain('提交前还有 1 处要改，2 处要补')
    expect(page.text).toContain('还差 3 处，去改')
    expect(page.has('.submit')).toBe(false)
    await page.tap('.submit_blocked')
    expect(lastVisit()?.url).toContain(`materialId=${FORM_ID}&fieldId=mobile`)
    await page.call('onSubmitTap')
    expect(count('declaration.submit')).toBe(0)
  })

  test('each entry jumps to its place', async () => {
    const page = await open()
    expect(page.text).toContain('手机号码：手机号码不正确')
    expect(page.text).toContain('请留意，不影响提交')
    await page.find('.errors').tapText('.todo', '手机号码')
    expect(lastVisit()?.url).toBe(
      `/packages/declare/pages/form/form?draftId=draft-1&materialId=${FORM_ID}&fieldId=mobile`,
    )
    const files = `/packages/declare/pages/attachments/attachments?draftId=draft-1&materialId=${PHOTO.materialId}`
    await page.find('.errors').tapText('.todo', '还须上传照片')
    expect(lastVisit()?.url).toBe(files)
    await page.find('.errors').tapText('.todo', '还差 1 个')
    expect(lastVisit()?.url).toBe(files)
  })
})

describe('another person than the account', () => {
  beforeEach(() => {
    const account = { subject_type: 'person', real_name: '欧阳晴川' }
    const other = withAnswers({ name: '虞青禾', mobile: '13000000101', reg_type: 'first', years: 3, sign: ['att-1'] })
    serve({ ...review, declaration: { ...other, facts: { ...other.facts, account } } })
  })

  test('is pointed at and asked about, and may be meant so', async () => {
    const page = await open()
    expect(page.text).toContain('和您登录的账号不一样')
    phone.agrees = true
    await submit(page)
    await page.until(() => count('declaration.submit') > 0, 'the submit')
    expect(phone.modals.map(({ title }) => title)).toEqual(['申请人是您本人吗？'])
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
  serve({
    ...review,
    problems: { [FORM_ID]: [{ field: 'years', severity: 'warning', code: 'rule:x', message: '请核对学制' }] },
  })
  const page = await open()
  expect(page.has('.submit')).toBe(true)
})

test('says what is sent by whom, submits the reviewed version once, and shows the receipt', async () => {
  const page = await open()
  await Promise.all([page.call('onSubmitTap'), page.call('onSubmitTap'), page.call('onSubmitTap')])
  expect(page.node.data['phase']).toBe('asking')
  expect(page.text).toContain('申请人欧**五（个人）')
  expect(page.text).toContain('收件天津高新区政务服务办公室')
  expect(count('declaration.submit')).toBe(0)
  await Promise.all([page.call('onAgreeTap'), page.call('onAgreeTap'), page.call('onAgreeTap')])
  await page.until(() => phone.visits.length > 0, 'the receipt')
  expect(count('declaration.submit')).toBe(1)
  expect(gateway.calls.at(-1)?.input).toEqual({ draftId: 'draft-1', version: 3 })
  expect(lastVisit()).toMatchObject({
    verb: 'redirectTo',
    url: '/packages/declare/pages/receipt/receipt?draftId=draft-1',
  })
  expect(phone.ticks).toBe(1)
})

test('再看看 submits nothing', async () => {
  const page = await open()
  await page.tap('.submit')
  await page.tap('.ask__no')
  await page.call('onAgreeTap')
  expect(count('declaration.submit')).toBe(0)
  expect(page.text).toContain('内容齐全')
})

test('while it is on its way the page says what arrived and what happens now, and offers nothing to tap', async () => {
  gateway.handlers['declaration.submit'] = () => new Promise(() => undefined)
  const page = await open()
  await page.call('onSubmitTap')
  void page.call('onAgreeTap')
  await page.untilText('正在提交，请稍候')
  expect(page.text).toContain('不会变成两件')
  expect(page.text).not.toContain('%')
  expect(page.has('.bottom')).toBe(false)
})

test('ID numbers, telephones and addresses are masked until she wants to see them', async () => {
  const page = await open()
  expect(page.text).toContain('手机号码130******01')
  await page.tap('.reveal')
  expect(page.text).toContain('手机号码13000000101')
  await page.tap('.reveal')
  expect(page.text).not.toContain('13000000101')
})

test('修改 opens the section’s step', async () => {
  const page = await open()
  await page.find('.form-summary').tap('.section__edit')
  expect(lastVisit()?.url).toContain(`materialId=${FORM_ID}&sectionId=person`)
})

test('the server refuses: says why with the id, shows the newest problems, keeps everything', async () => {
  gateway.handlers['declaration.submit'] = () => {
    serve({ ...review, missingMaterials: [{ materialId: PHOTO.materialId, name: PHOTO.name, have: 0, need: 1 }] })
    return refuse({ code: 'INVALID_INPUT', retryable: false })
  }
  const page = await open()
  await submit(page)
  await page.untilText('有内容需要修改')
  expect(page.text).toContain('编号')
  await page.untilText('还差 1 处，去补')
})

test('already submitted elsewhere: opens the receipt', async () => {
  gateway.handlers['declaration.submit'] = () => refuse({ code: 'ALREADY_SUBMITTED', retryable: false })
  const page = await open()
  await submit(page)
  await page.until(() => phone.visits.length > 0, 'the receipt')
  expect(lastVisit()?.url).toContain('/receipt/receipt')
})
