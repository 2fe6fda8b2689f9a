import { frequentQuestions } from '../../../../miniprogram/packages/matter/pages/guide/faq'
import type { MatterPage } from '../../../../miniprogram/services/matters'
import { Citizen } from '../../../cloudfunctions/support/citizen'
import { startSystem, type System } from '../../../support/system'
import { MATTER_FIXTURES } from '../../../shared/fixtures/matters'
import { FORM, GUIDE, MATTER_PAGE, PHOTO, SOURCES } from '../../fixtures'

/** 常见问题 of all matters, as the provider has them, and of one whose data lack a part. */

const EVERY_MATTER_ANSWERS = [
  '谁可以申请？',
  '列出的材料都要交吗？',
  '有的材料暂时没有，怎么办？',
  '空表和填写样例在哪里？',
  '多久能办好？',
  '要去窗口吗？',
  '收费吗？',
  '办好以后拿到什么？',
]

const NUMBER = /\d[\d-]*/g

/** Figures that were counted, of which the data have the things. */
function countsOf({ materials }: MatterPage): readonly number[] {
  const all = materials.ok ? materials.value : []
  return [
    all.length,
    all.filter(({ situationText }) => situationText !== undefined).length,
    all.filter(({ kind }) => kind === 'form').length,
    all.filter(({ shareable }) => shareable).length,
    all.filter(({ blankForm, sampleForm }) => blankForm ?? sampleForm).length,
  ]
}

describe('of the matters', () => {
  let system: System
  const pages: MatterPage[] = []
  beforeAll(async () => {
    system = await startSystem()
    const reader = new Citizen(system, 'reader')
    const { matters } = await reader.call('matter.list', {})
    for (const { matterId } of matters) pages.push(await reader.call('matter.open', { matterId }))
  }, 120_000)
  afterAll(() => system.close())

  test('each answers what it can, in words that are whole', () => {
    expect(pages).toHaveLength(MATTER_FIXTURES.length)
    for (const page of pages) {
      const questions = frequentQuestions(page)
      expect(questions.map(({ question }) => question)).toEqual(expect.arrayContaining(EVERY_MATTER_ANSWERS))
      for (const { answer } of questions) {
        expect(answer).toMatch(/^[^]{3,}[。？]$/)
        expect(answer).not.toMatch(/undefined|null|NaN|。。|，。|：。|《》|不适用|上一题/)
      }
    }
  })

  test('each figure and each name in an answer is one of the data, or was counted there', () => {
    for (const page of pages) {
      const { guide, sources, materials, situations, commitments } = page
      const known = JSON.stringify({ guide, sources, materials, situations, commitments })
      const counts = countsOf(page).map(String)
      const said = frequentQuestions(page).map(({ answer }) => answer)
      const figures = said.flatMap((answer) => answer.match(NUMBER) ?? [])
      expect(figures.length).toBeGreaterThan(5)
      expect(figures.filter((figure) => !known.includes(figure) && !counts.includes(figure))).toEqual([])
      const names = said.flatMap((answer) => [...answer.matchAll(/《([^《》]+)》/g)].map(([, name = '']) => name))
      expect(names.filter((name) => !known.includes(name))).toEqual([])
    }
  })

  test('what may follow is what the matter allows; what is not filed here is what its questions refuse', () => {
    for (const page of pages) {
      const answers = new Map(frequentQuestions(page).map(({ question, answer }) => [question, answer]))
      const later = answers.get('有的材料暂时没有，怎么办？') ?? ''
      expect(later.includes('没有可以后补的材料')).toBe(page.commitments.length === 0)
      for (const one of page.commitments) {
        expect(later).toContain(`${one.days} ${one.kind === 'noticeCommitment' ? '日' : '个工作日'}内`)
      }
      const options = page.situations.ok ? page.situations.value.flatMap((situation) => situation.options) : []
      const refused = options.filter(({ blockedBecause }) => blockedBecause && !blockedBecause.includes('改选'))
      expect(answers.get('哪些情形不在这里办？')?.split('\n').length ?? 0).toBe(refused.length)
    }
    const allowing = pages.filter(({ commitments }) => commitments.length > 0).length
    expect([allowing > 0, allowing < pages.length]).toEqual([true, true])
  })
})

describe('of data that lack a part', () => {
  const asked = (page: Partial<MatterPage>) =>
    frequentQuestions({ ...MATTER_PAGE, ...page }).map(({ question }) => question)
  const answer = (question: string, page: Partial<MatterPage>): string =>
    frequentQuestions({ ...MATTER_PAGE, ...page }).find((one) => one.question === question)?.answer ?? ''
  const down = { ok: false, error: { code: 'UPSTREAM_UNAVAILABLE', retryable: true } } as const

  test('a question without an answer is not asked', () => {
    expect(asked({ materials: down })).not.toEqual(expect.arrayContaining([expect.stringMatching(/材料|空表/)]))
    expect(asked({ guide: { ...GUIDE, results: [] } })).not.toContain('办好以后拿到什么？')
    expect(asked({ guide: { ...GUIDE, visits: 1 } })).toContain('要去窗口吗？')
    expect(asked({ guide: GUIDE })).not.toContain('要去窗口吗？')
    const none = { value: 0, unit: '个工作日' }
    expect(asked({ guide: { ...GUIDE, promisedLimit: none } })).not.toContain('多久能办好？')
    expect(asked({ situations: down })).not.toContain('哪些情形不在这里办？')
  })

  test('whether something may follow is not said where nobody knows by which way', () => {
    const materials = { ok: true, value: [FORM, { ...PHOTO, promisable: true }] } as const
    expect(asked({ materials, commitments: [] })).not.toContain('有的材料暂时没有，怎么办？')
  })

  test('a matter of the window is not filed here', () => {
    const guide = { ...GUIDE, fileable: false, subjects: ['person', 'enterprise'] as const }
    expect(answer('谁可以申请？', { guide })).toBe('个人和企业可以申请。现在要到窗口申请。')
    expect(answer('列出的材料都要交吗？', { guide })).not.toMatch(/开始办理|小程序/)
    expect(answer('谁可以申请？', { guide: { ...guide, fileable: true } })).toContain('用个人或企业的一网通账号登录')
  })

  test('nobody has to come: then there is nothing to book', () => {
    const guide = { ...GUIDE, visits: 0, booking: { phone: '022-00000003', note: '可以打电话预约' } }
    expect(answer('要去窗口吗？', { guide })).toBe('不用到现场。')
    expect(answer('要去窗口吗？', { guide: { ...guide, visits: 2 } })).toBe(
      '最多去 2 次。可以打电话预约。预约电话 022-00000003。',
    )
  })

  test('an answer says what it stands on', () => {
    const sources = { ...SOURCES, fee: { level: 'practice' } as const }
    const fee = frequentQuestions({ ...MATTER_PAGE, sources }).find(({ question }) => question === '收费吗？')
    expect(fee).toMatchObject({ answer: '不收费。', source: '通行做法，以窗口为准' })
  })
})
