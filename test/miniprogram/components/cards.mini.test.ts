import { phone } from '../../support/phone'
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
