import { refuse, startGateway, type Gateway } from '../../support/gateway'
import { keeps, phone } from '../../support/phone'
import type { Screen } from '../../support/screen'
import { openPage, plugIn, unplug } from '../../support/simulate'
import type { Material } from '../../../miniprogram/shared/domain/matter'
import { FORM, MATTER_PAGE, PHOTO } from '../fixtures'

let gateway: Gateway

beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  gateway.calls.length = 0
  gateway.handlers = {
    'matter.open': () => MATTER_PAGE,
    'matter.checklist': () => ({ materials: [FORM, PHOTO] }),
    'declaration.start': () => ({ draftId: 'draft-9' }),
  }
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

async function openSituation(): Promise<Screen> {
  const page = await openPage('packages/matter/pages/situation/situation', { matterId: 'SX-NURSE' })
  await page.untilText('注册类别？')
  return page
}

async function answerAll(page: Screen): Promise<void> {
  await page.tapText('.option', '首次注册')
  await page.tapText('.option', '未超过3年')
  await page.tap('.next')
  await page.until(() => page.has('.start'), 'the checklist')
}

test('asks one question at a time and leads to my checklist', async () => {
  const page = await openSituation()
  expect(page.text).not.toContain('是否超过 3 年')
  await page.tapText('.option', '首次注册')
  expect(page.text).toContain('距通过考试是否超过 3 年？')
  expect(page.all('.answer').map(({ text }) => text)).toEqual(['首次注册'])
  await page.tapText('.option', '未超过3年')
  expect(page.text).toContain('可以选多项')
  expect(page.has('.start')).toBe(false)
  await page.tapText('.option', '证书副本')
  await page.tapText('.option', '邮寄')
  await page.tap('.next')
  await page.untilText('您要准备 1 项，填 1 张表')
  const checklist = gateway.calls.find(({ action }) => action === 'matter.checklist')
  expect(checklist?.input).toEqual({
    matterId: 'SX-NURSE',
    optionIds: ['Q1-first', 'Q2-no', 'Q3-copy', 'Q3-mail'],
  })
})

test('what may stay away is not counted among what she has to bring, and the list says so', async () => {
  const free: Material = { ...PHOTO, materialId: 'CL-FREE', name: '照片的电子版', necessity: 'optional' }
  gateway.handlers['matter.checklist'] = () => ({ materials: [FORM, PHOTO, free] })
  const page = await openSituation()
  await answerAll(page)
  await page.untilText('您要准备 1 项，填 1 张表')
  expect(page.text).toContain('2 项，1 项可以不交')
})

test('the checklist says how long it takes in this situation, and by what law', async () => {
  const page = await openSituation()
  await answerAll(page)
  await page.find('.limits').tap('.fold')
  expect(page.text).toContain('法定时限（首次注册）：7 个工作日')
  expect(page.text).toContain('法规原文（护士条例第九条）')
  expect(page.text).toContain('承诺时限：10 个工作日')
  for (const row of page.all('.materials')) await row.tap('.material-head')
  expect(page.text).toContain('依据：公开转载，以窗口为准（护士执业注册管理办法）')
})

test('the notice is made for these answers', async () => {
  gateway.handlers['matter.notice'] = () => refuse({ code: 'UPSTREAM_UNAVAILABLE', retryable: true })
  const page = await openSituation()
  await answerAll(page)
  await page.tap('.to-notice')
  await page.until(() => page.has('.notice-failure'), 'the failure')
  expect(gateway.calls.find(({ action }) => action === 'matter.notice')?.input).toEqual({
    matterId: 'SX-NURSE',
    optionIds: ['Q1-first', 'Q2-no'],
  })
})

test('an answer can be changed; answers that depended on it no longer count', async () => {
  const page = await openSituation()
  await answerAll(page)
  expect(page.find('.outcome-head').text).toContain('首次注册 · 未超过3年')
  await page.tap('.answers')
  await page.tap('.change')
  expect(page.text).toContain('只选一项')
  expect(page.has('.start')).toBe(false)
  await page.tapText('.option', '注销注册')
  expect(page.text).toContain('这种情形不在网上申报')
  expect(page.text).toContain('注销注册请到窗口办理。')
  expect(page.all('.answer').map(({ text }) => text)).toEqual(['注销注册'])
  expect(page.has('.start')).toBe(false)
  expect(page.text).toContain('没有生成草稿，也没有提交')
  await page.tap('.matters')
  expect(phone.visits.at(-1)).toEqual({ verb: 'switchTab', url: '/pages/matters/matters' })
  await page.tap('.change-answer')
  expect(page.text).toContain('注册类别？')
  expect(page.has('.blocked')).toBe(false)
})

test('starts one draft, however often it is tapped, and opens its form', async () => {
  const page = await openSituation()
  await answerAll(page)
  // The button alone would hold back a second tap: the page must as well.
  await Promise.all([page.call('onStartTap'), page.call('onStartTap')])
  await page.until(() => phone.visits.length > 0, 'the form')
  const starts = gateway.calls.filter(({ action }) => action === 'declaration.start')
  expect(starts).toHaveLength(1)
  expect(phone.visits).toEqual([{ verb: 'navigateTo', url: '/packages/declare/pages/form/form?draftId=draft-9' }])
})

test('a start that failed is repeated under the same key; another situation gets another key', async () => {
  gateway.handlers['declaration.start'] = () => refuse({ code: 'UPSTREAM_UNAVAILABLE', retryable: true })
  const page = await openSituation()
  await answerAll(page)
  await page.tap('.start')
  await page.untilText('一网通暂时没有响应')
  await page.emit('.start-failure', 'retry', {})
  await page.tap('.answers')
  await page.tapText('.change', '修改')
  await page.tapText('.option', '首次注册')
  await page.tapText('.option', '已超过3年').catch(() => undefined)
  const keys = gateway.calls
    .filter(({ action }) => action === 'declaration.start')
    .map(({ input }) => (input as { startKey: string }).startKey)
  expect(keys).toHaveLength(2)
  expect(keys[1]).toBe(keys[0])
  expect(keys[0]).toMatch(/^[A-Za-z0-9-]{8,32}$/)
})

test('what was answered is there again after the mini-program was closed, and forgotten once a declaration began', async () => {
  const page = await openSituation()
  await page.tapText('.option', '首次注册')
  await page.tapText('.option', '未超过3年')
  const again = await openPage('packages/matter/pages/situation/situation', { matterId: 'SX-NURSE' })
  await again.untilText('可以选多项')
  expect(again.all('.answer').map(({ text }) => text)).toEqual(['首次注册', '未超过3年'])
  await again.tap('.next')
  await again.until(() => again.has('.start'), 'the checklist')
  expect(keeps('words.person')).toBe(true)
  await again.tap('.start')
  await again.until(() => !keeps('words.person'), 'the answers to be forgotten')
})

test('a checklist that did not come can be asked for again', async () => {
  gateway.handlers['matter.checklist'] = () => refuse({ code: 'UPSTREAM_UNAVAILABLE', retryable: true })
  const page = await openSituation()
  await page.tapText('.option', '首次注册')
  await page.tapText('.option', '未超过3年')
  await page.tap('.next')
  await page.untilText('一网通暂时没有响应')
  expect(page.has('.start')).toBe(false)
  gateway.handlers['matter.checklist'] = () => ({ materials: [FORM] })
  await page.emit('.checklist-state', 'retry', {})
  await page.untilText('您要填 1 张表')
})

test('questions that did not come say so', async () => {
  gateway.handlers['matter.open'] = () => ({
    ...MATTER_PAGE,
    situations: { ok: false, error: { code: 'UPSTREAM_UNAVAILABLE', retryable: true } },
  })
  const page = await openPage('packages/matter/pages/situation/situation', { matterId: 'SX-NURSE' })
  await page.untilText('情形问题没有取到')
  expect(page.has('.start')).toBe(false)
})

test('a matter without situations goes straight to its materials', async () => {
  gateway.handlers['matter.open'] = () => ({ ...MATTER_PAGE, situations: { ok: true, value: [] } })
  const page = await openPage('packages/matter/pages/situation/situation', { matterId: 'SX-NURSE' })
  await page.untilText('您要准备 1 项，填 1 张表')
})

describe('changing the situation of a draft', () => {
  const CHANGE = {
    isSame: false,
    changed: [{ form: '申请表', label: '申请类别', before: '首次注册', text: '变更注册' }],
    hidden: [{ form: '申请表', label: '毕业学校', text: '虚构护理职业学院' }],
    dropped: [{ materialId: 'CL-PHOTO', name: '近期免冠照片', answers: 0, files: 2 }],
    added: [
      { materialId: 'CL-CERT', name: '护士执业证书', isForm: false, necessity: 'required' as const, isBack: true },
    ],
    kept: { answers: 12, files: 3 },
  }
  const chosen = 'Q1-first,Q2-no'

  async function openChange(): Promise<Screen> {
    const page = await openPage('packages/matter/pages/situation/situation', {
      matterId: 'SX-NURSE',
      draftId: 'draft-1',
      chosen,
    })
    await page.untilText('改成这种情形以后')
    await page.until(() => page.has('.change-keep'), 'what the change leads to')
    return page
  }
  const calls = (action: string) => gateway.calls.filter((call) => call.action === action).map(({ input }) => input)

  test('opens with the draft’s answers, says what goes and comes by name, and changes only on the tap', async () => {
    gateway.handlers['declaration.previewSituation'] = () => ({ version: 7, change: CHANGE })
    gateway.handlers['declaration.changeSituation'] = () => ({ version: 8, savedAt: '2026-11-02T12:05:00+08:00' })
    const page = await openChange()
    expect(page.all('.answer').map(({ text }) => text)).toEqual(['首次注册', '未超过3年'])
    expect(page.all('.change-line').map(({ text }) => text)).toEqual([
      '申请类别：首次注册 → 变更注册',
      '毕业学校：虚构护理职业学院',
      '近期免冠照片（已传 2 个文件）',
      '护士执业证书（以前填过或传过，会恢复原样）',
    ])
    expect(page.text).toContain('已填的 12 项、已传的 3 个文件保留不变')
    expect(calls('declaration.changeSituation')).toEqual([])
    await page.tap('.change-apply')
    await page.until(() => calls('declaration.changeSituation').length > 0, 'the change')
    expect(calls('declaration.changeSituation')).toEqual([
      { draftId: 'draft-1', version: 7, optionIds: ['Q1-first', 'Q2-no'] },
    ])
    await page.until(() => phone.visits.length > 0, 'the form')
    expect(phone.visits).toEqual([{ verb: 'redirectTo', url: '/packages/declare/pages/form/form?draftId=draft-1' }])
  })

  test('another draft of that situation: says so and leads there', async () => {
    const other = { draftId: 'draft-2', savedAt: '2026-11-02T12:03:00+08:00' }
    gateway.handlers['declaration.previewSituation'] = () => ({ version: 7, change: { ...CHANGE, other } })
    const page = await openChange()
    expect(page.text).toContain('您已有一份同样情形的草稿（11-02 12:03 保存）')
    expect(page.has('.change-apply')).toBe(false)
    expect(page.has('.change-other')).toBe(true)
  })

  test('saved elsewhere meanwhile: looks again, and says what happened', async () => {
    let version = 7
    gateway.handlers['declaration.previewSituation'] = () => ({ version: version++, change: CHANGE })
    gateway.handlers['declaration.changeSituation'] = () => refuse({ code: 'CONFLICT', retryable: false })
    const page = await openChange()
    await page.tap('.change-apply')
    await page.untilText('内容已在别处修改过')
    expect(calls('declaration.previewSituation')).toHaveLength(2)
  })
})
