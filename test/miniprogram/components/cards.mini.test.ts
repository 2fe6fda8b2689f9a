import { phone } from '../../support/phone'
import type { Screen } from '../../support/screen'
import { plugIn, renderComponent, unplug } from '../../support/simulate'
import { CASE, DRAFT, FREIGHT, NURSE, PHOTO, PROGRESS } from '../fixtures'

beforeEach(() => plugIn())
afterEach(unplug)

const render = (name: string, properties: object) => renderComponent(`components/${name}/${name}`, properties)

describe('matter-card', () => {
  test('says what it is, who may apply, and whether it can be filed here', async () => {
    const card = render('matter-card', { matter: NURSE })
    await card.rest()
    expect(card.text).toContain('可网上申报')
    expect(card.text).toContain('行政许可 · 个人 · 承诺 10 个工作日')
    const other = render('matter-card', { matter: FREIGHT })
    await other.rest()
    expect(other.text).toContain('窗口办理')
    expect(other.text).not.toContain('承诺')
  })

  const parts = (card: Screen, name: string) => card.node.data[name] as readonly { text: string; found: boolean }[]
  const foundIn = (card: Screen, name: string) =>
    parts(card, name)
      .filter(({ found }) => found)
      .map(({ text }) => text)

  test('marks the letters that were found; a screen reader says the names in one piece', async () => {
    const card = render('matter-card', { matter: NURSE, query: '护士注册' })
    await card.rest()
    expect(foundIn(card, 'short')).toEqual(['护士', '注册'])
    expect(foundIn(card, 'own')).toEqual(['护士', '注册'])
    expect(card.node.data['spoken']).toBe(
      '护士执业注册，护士执业注册许可，可网上申报，行政许可 · 个人 · 承诺 10 个工作日 · 天津高新区政务服务办（卫生健康事权）',
    )
    const plain = render('matter-card', { matter: NURSE })
    await plain.rest()
    expect(plain.has('.found')).toBe(false)
    expect(plain.has('.searched')).toBe(false)
  })

  test('sets apart what tells a matter from its sisters, with the marks in their places', async () => {
    const name = '水路运输、水路运输辅助业经营许可--省际普通货船运输的经营许可'
    const card = render('matter-card', { matter: { ...FREIGHT, name, initials: [] }, query: '货船' })
    await card.rest()
    expect(parts(card, 'family')).toEqual([{ text: '水路运输、水路运输辅助业经营许可', found: false }])
    expect(card.find('.own').text).toBe('省际普通货船运输的经营许可')
    expect(foundIn(card, 'own')).toEqual(['货船'])
    const same = render('matter-card', { matter: { ...FREIGHT, name: '道路运输——道路货运许可' } })
    await same.rest()
    expect(same.find('.full').text).toBe('道路运输')
    expect(same.has('.own')).toBe(false)
  })

  test('shows the name as it should read', async () => {
    const card = render('matter-card', { matter: { ...FREIGHT, name: '自觉考试助学', label: '自学考试助学' } })
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
    ['draft', '尚未提交', '继续填写', '/packages/declare/pages/form/form?draftId=draft-1'],
    ['confirming', '结果确认中', '请不要重复提交', '/packages/declare/pages/review/review?draftId=draft-1'],
    ['submitted', '已提交', '查看进度', '/packages/case/pages/progress/progress?caseNo=GX1'],
  ] as const)('%s: says so and leads to where it stopped', async (state, status, action, url) => {
    const draft = { ...DRAFT, state, ...(state === 'submitted' ? { caseNo: 'GX1' } : {}) }
    const card = render('draft-card', { draft })
    await card.rest()
    expect(card.text).toContain(status)
    expect(card.text).toContain(action)
    await card.tap('.draft')
    expect(phone.visits).toEqual([{ verb: 'navigateTo', url }])
  })
})

describe('case-card', () => {
  test.each([
    [{ code: '28', name: '待补正', known: true, turn: 'applicant' }, '待补正', '轮到您处理'],
    [{ code: '77', name: '专家评审中', known: false, turn: 'unknown' }, '专家评审中', '请以窗口答复为准'],
    [{ code: '78', name: '', known: false, turn: 'unknown' }, '状态码 78', '请以窗口答复为准'],
  ] as const)('status %j', async (status, shown, turn) => {
    const card = render('case-card', { brief: { ...CASE, status, supplementDeadline: '2026-11-20T17:00:00+08:00' } })
    await card.rest()
    expect(card.text).toContain(shown)
    expect(card.text).toContain(turn)
    expect(card.text).toContain('请在 2026年11月20日 17:00 前补交')
  })
})

describe('material-list', () => {
  test('says of each material what is needed and in which form', async () => {
    const list = render('material-list', {
      materials: [
        { ...PHOTO, paperCopies: 1, documentForm: '原件', note: '白底' },
        { ...PHOTO, materialId: 'b', name: '健康证明', necessity: 'tolerated', promisable: true, promiseDays: 10 },
        { ...PHOTO, materialId: 'c', name: '身份证明', necessity: 'unknown', shareable: true, maxSizeBytes: 0 },
      ],
    })
    await list.rest()
    const [photo, health, identity] = list.all('.material').map(({ text }) => text)
    expect(photo).toContain('1. 近期免冠照片必交原件，纸质 1 份jpg、png，单个不超过 2 MB，最多 2 个文件白底')
    expect(health).toContain('可容缺后补')
    expect(health).toContain('受理后 10 个工作日内交齐')
    expect(health).toContain('申报时可以承诺后补')
    expect(identity).toContain('以窗口为准')
    expect(identity).toContain('核验通过可以不交')
    expect(identity).not.toContain('0 MB')
  })
})

describe('timeline', () => {
  test('each step has its state in words', async () => {
    const steps = render('timeline', {
      nodes: [
        ...PROGRESS.nodes,
        { seq: 3, name: '专家评审', state: 'unknown', opinion: '第一行\n第二行' },
        { seq: 4, name: '决定', state: 'pending' },
      ],
    })
    await steps.rest()
    expect(steps.all('.step').map(({ text }) => text)).toEqual([
      '申请提交已完成完成 2026年11月2日 10:42',
      '受理进行中',
      '专家评审以窗口为准意见：第一行 第二行',
      '决定未到',
    ])
  })
})
