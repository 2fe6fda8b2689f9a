import { notePlace } from '../../../miniprogram/services/draft-place'
import { phone } from '../../support/phone'
import type { Screen } from '../../support/screen'
import { plugIn, renderComponent, unplug } from '../../support/simulate'
import { CASE, DRAFT, FREIGHT, NURSE } from '../fixtures'

beforeEach(() => plugIn())
afterEach(unplug)

const render = (name: string, properties: object) => renderComponent(`components/${name}/${name}`, properties)

describe('matter-card', () => {
  test('says what it is, who may apply, and whether it can be filed here', async () => {
    const card = render('matter-card', { matter: NURSE })
    await card.rest()
    expect(card.text).toBe('护士执业注册个人 · 承诺 10 个工作日')
    expect(card.node.data['spoken']).toBe('护士执业注册，护士执业注册许可，可网上申报，个人 · 承诺 10 个工作日')
    const other = render('matter-card', { matter: FREIGHT })
    await other.rest()
    expect(other.text).toContain('到窗口办')
    expect(other.text).not.toContain('承诺')
  })

  const parts = (card: Screen, name: string) => card.node.data[name] as readonly { text: string; found: boolean }[]
  const foundIn = (card: Screen, name: string) =>
    parts(card, name)
      .filter(({ found }) => found)
      .map(({ text }) => text)

  test('marks the letters that were found; a screen reader says the names in one piece', async () => {
    const card = render('matter-card', { matter: NURSE, query: '护士注册', detailed: true })
    await card.rest()
    expect(foundIn(card, 'short')).toEqual(['护士', '注册'])
    expect(foundIn(card, 'own')).toEqual(['护士', '注册'])
    expect(card.node.data['spoken']).toBe(
      '护士执业注册，护士执业注册许可，可网上申报，个人 · 承诺 10 个工作日 · 天津高新区政务服务办（卫生健康事权）',
    )
    const plain = render('matter-card', { matter: NURSE })
    await plain.rest()
    expect(plain.has('.found')).toBe(false)
  })

  test('sets apart what tells a matter from its sisters, with the marks in their places', async () => {
    const name = '水路运输、水路运输辅助业经营许可--省际普通货船运输的经营许可'
    const card = render('matter-card', { matter: { ...FREIGHT, name, pinyin: [] }, query: '货船', detailed: true })
    await card.rest()
    expect(parts(card, 'family')).toEqual([])
    expect(card.all('.full').map(({ text }) => text)).toEqual(['省际普通货船运输的经营许可'])
    expect(foundIn(card, 'own')).toEqual(['货船'])
    const family = render('matter-card', { matter: { ...FREIGHT, name, pinyin: [] }, query: '辅助业', detailed: true })
    await family.rest()
    expect(foundIn(family, 'family')).toEqual(['辅助业'])
    const same = render('matter-card', { matter: { ...FREIGHT, name: '道路运输——道路货运许可' }, detailed: true })
    await same.rest()
    expect(same.find('.full').text).toBe('道路运输')
    expect(same.has('.own')).toBe(false)
  })

  test('says who decides only where no name says why it was found', async () => {
    const named = render('matter-card', { matter: NURSE, query: '护士', detailed: true })
    await named.rest()
    expect(named.text).not.toContain(NURSE.department)
    const decided = render('matter-card', { matter: NURSE, query: '卫生健康', detailed: true })
    await decided.rest()
    expect(decided.text).toContain(NURSE.department)
  })

  test('shows the name as it should read', async () => {
    const card = render('matter-card', {
      matter: { ...FREIGHT, name: '自觉考试助学', label: '自学考试助学' },
      detailed: true,
    })
    await card.rest()
    expect(card.text).toContain('自学考试助学')
    expect(card.text).not.toContain('自觉')
  })

  test('emits select', async () => {
    const card = render('matter-card', { matter: NURSE })
    const selected = card.listen('select')
    await card.tap('.matter')
    expect(selected).toEqual([{ matterId: NURSE.matterId }])
  })
})

describe('draft-card', () => {
  test.each([
    ['draft', '尚未提交', '继续', '/packages/declare/pages/steps/steps?draftId=draft-1'],
    ['confirming', '结果确认中', '请不要重复提交', '/packages/declare/pages/review/review?draftId=draft-1'],
    ['submitted', '已提交', '查看进度', '/packages/case/pages/progress/progress?caseNo=GX1'],
  ] as const)('%s: says so and leads on', async (state, status, action, url) => {
    const draft = { ...DRAFT, state, ...(state === 'submitted' ? { caseNo: 'GX1' } : {}) }
    const card = render('draft-card', { draft })
    await card.rest()
    expect(card.text).toContain(status)
    expect(card.text).toContain(action)
    await card.tap('.draft')
    expect(phone.visits).toEqual([{ verb: 'navigateTo', url }])
  })

  test('says the matter, and below it the situation; among drafts of one matter only the situation', async () => {
    const card = render('draft-card', { draft: { ...DRAFT, shortName: '护士注册' } })
    await card.rest()
    expect([card.find('.name').text, card.text]).toEqual([
      '护士注册',
      expect.stringContaining(DRAFT.situationText) as string,
    ])
    const own = render('draft-card', { draft: DRAFT, ofMatter: true })
    await own.rest()
    expect(own.find('.name').text).toBe(DRAFT.situationText)
    expect(own.text).not.toContain(DRAFT.matterName)
  })

  test('a draft that was left on this phone goes on where it stopped', async () => {
    const place = { materialId: 'F-1', sectionId: 'edu', step: 2, steps: 8, wrong: false }
    notePlace('draft-1', { page: 'form', ...place })
    const card = render('draft-card', { draft: DRAFT })
    await card.rest()
    expect(card.text).toContain('停在 2/8 步')
    await card.tap('.draft')
    const url = '/packages/declare/pages/form/form?draftId=draft-1&materialId=F-1&sectionId=edu'
    expect(phone.visits).toEqual([{ verb: 'navigateTo', url }])
  })
})

describe('case-card', () => {
  test.each([
    [{ code: '28', name: '待补正', known: true, turn: 'applicant' }, '待补正', '11月2日 10:42 提交'],
    [
      { code: '32', name: '审查中', known: true, turn: 'office' },
      '审查中',
      '轮到窗口 · 承诺 11月16日（周一）办好，已经过了',
    ],
    [{ code: '77', name: '专家评审中', known: false, turn: 'unknown' }, '专家评审中', '以窗口答复为准'],
    [{ code: '78', name: '', known: false, turn: 'unknown' }, '状态码 78', '以窗口答复为准'],
  ] as const)('status %j', async (status, shown, note) => {
    jest.useFakeTimers({ now: Date.parse('2026-11-30T12:00:00+08:00'), doNotFake: ['setTimeout'] })
    const card = render('case-card', { brief: { ...CASE, status } })
    await card.rest()
    expect(card.text).toContain(shown)
    expect(card.text).toContain(note)
    expect(card.has('.case-act')).toBe(status.turn === 'applicant')
    jest.useRealTimers()
  })

  test('what waits for its applicant: the day, what is left, and a button; what is overdue says so', async () => {
    const status = { code: '28', name: '待补正', known: true, turn: 'applicant' } as const
    const brief = { ...CASE, status, supplementDeadline: '2099-12-03T17:00:00+08:00' }
    const card = render('case-card', { brief })
    const acts = card.listen('begin')
    await card.rest()
    expect(card.text).toContain('2099年12月3日 17:00 前')
    await card.tap('.case-act')
    expect(acts).toEqual([{ caseNo: CASE.caseNo }])
    const late = render('case-card', { brief: { ...brief, supplementDeadline: '2026-11-20T17:00:00+08:00' } })
    await late.rest()
    expect(late.text).toContain('已过期')
    expect(late.text).toContain('看看怎么办')
  })
})
