import { sourcesOf } from '../../../cloudfunctions/matters/guide-sources'
import { type FactSource, sourceText } from '../../../miniprogram/shared/domain/guide-source'
import { limitLabel, limitText, statutoryLimitFor } from '../../../miniprogram/shared/domain/guide-text'
import { allGuides, type ProviderGuide } from './guide-of'

const GUIDES = allGuides()
const NURSE = GUIDES.find(({ guide }) => guide.shortName === '护士执业注册') as ProviderGuide
const sources = ({ guide, materials, situations }: ProviderGuide) =>
  sourcesOf(guide, materials, situations, '2026-11-26')

/** Texts of a guide that only the provider answers for. */
function unknown({ guide }: ProviderGuide, found: ReturnType<typeof sourcesOf>): string[] {
  const of = (texts: readonly string[], levels: readonly FactSource[]): string[] =>
    texts.filter((_, i) => levels[i]?.level === 'provider')
  return [
    ...of(guide.conditions, found.conditions),
    ...of(guide.tips, found.tips),
    ...of(
      guide.legalBasis.map(({ lawName }) => lawName),
      found.legalBasis,
    ),
    ...of(
      guide.results.map(({ docName }) => docName),
      found.results,
    ),
    ...(['statutoryLimit', 'fee'] as const).filter((key) => found[key].level === 'provider'),
    ...Object.entries(found.materials).flatMap(([id, { level }]) => (level === 'provider' ? [id] : [])),
  ]
}

test.each(GUIDES.map((one) => [one.guide.shortName, one] as const))(
  '%s: every fact of the guide has its source in the office’s file',
  (_name, one) => {
    // The letter of promise is a form of the city's own, in no matter's file.
    const left = unknown(one, sources(one)).filter((id) => !/^CL\d+99$/.test(id))
    expect(left).toEqual([])
    expect(one.guide.conditions.length + one.guide.legalBasis.length).toBeGreaterThan(0)
  },
)

test('what the provider promises is its promise, never usual practice', () => {
  expect(new Set(GUIDES.map((one) => sources(one).promisedLimit.level))).toEqual(new Set(['provider']))
})

test('a limit that no text sets is not called 法定: filings, and what is practice only', () => {
  const usual = GUIDES.filter((one) => limitLabel(sources(one).statutoryLimit) !== '法定时限')
  expect(usual.map(({ guide }) => guide.shortName)).toEqual(['公共场所卫生许可'])
})

test('no mark of uncertainty reaches a citizen', () => {
  const marked = GUIDES.filter((one) =>
    /（[^（）]*(知识(?!产权)|参数|转载|需核)[^（）]*）|需核/.test(JSON.stringify(one)),
  )
  expect(marked.map(({ guide }) => guide.shortName)).toEqual([])
})

test('what the provider says differently has the provider for its source, and nothing else', () => {
  const { guide } = NURSE
  const other = {
    ...guide,
    conditions: [`${guide.conditions[0] ?? ''}，并年满十八周岁`, ...guide.conditions.slice(1)],
    statutoryLimit: { ...guide.statutoryLimit, value: 15 },
    legalBasis: guide.legalBasis.map((row, i) => (i === 0 ? { ...row, article: '第九十九条' } : row)),
    fee: { charged: true, note: '每证 10 元' },
  }
  const [before, after] = [sources(NURSE), sources({ ...NURSE, guide: other })]
  expect(after.conditions[0]).toEqual({ level: 'provider' })
  expect(after.conditions.slice(1)).toEqual(before.conditions.slice(1))
  expect(after.statutoryLimit).toEqual({ level: 'provider' })
  expect(after.legalBasis[0]).toEqual({ level: 'provider' })
  expect(after.fee).toEqual({ level: 'provider' })
  expect(before.statutoryLimit).toEqual({
    level: 'law',
    basis: expect.stringContaining('护士条例') as string,
    asOf: '2025-04-19',
  })
  expect(after.promisedLimit).toEqual(before.promisedLimit)
})

test('punctuation is no difference; a matter that we hold no file of is the provider’s alone', () => {
  const { guide } = NURSE
  const half = { ...guide, conditions: guide.conditions.map((text) => text.replace(/（/g, '(').replace(/）/g, ')')) }
  expect(sources({ ...NURSE, guide: half }).conditions).toEqual(sources(NURSE).conditions)
  const strange = sources({ ...NURSE, guide: { ...guide, matterId: 'SX999' } })
  expect(strange.conditions.every(({ level }) => level === 'provider')).toBe(true)
  expect(strange.situationLimits).toEqual([])
})

test('three matters have another limit in one situation: the answer decides which applies', () => {
  const limits = GUIDES.flatMap((one) =>
    sources(one).situationLimits.map(({ value, unit, when }) => [one.guide.shortName, when, `${value} ${unit}`]),
  )
  expect(limits).toEqual([
    ['危化品经营许可', '变更名称、主要负责人、注册地址、储存设施', '10 个工作日'],
    ['民办学校许可', '筹设', '30 个工作日'],
    ['护士执业注册', '变更执业地点', '7 个工作日'],
  ])
  const nurse = sources(NURSE)
  const [change] = nurse.situationLimits
  expect(statutoryLimitFor(NURSE.guide, nurse, [change?.optionId ?? ''])).toMatchObject({
    text: '7 个工作日',
    when: '变更执业地点',
    source: { level: 'law', basis: '护士条例第九条' },
  })
  expect(statutoryLimitFor(NURSE.guide, nurse, ['QX120116000014A01'])).toMatchObject({
    when: '',
    text: expect.stringContaining('20个工作日') as string,
  })
})

test('a text that was amended since is not called the law’s own any more, from that day on', () => {
  const freight = GUIDES.find(({ guide }) => guide.shortName.includes('货运')) as ProviderGuide
  const levelsOn = (today: string) => {
    const { guide, materials, situations } = freight
    const { legalBasis } = sourcesOf(guide, materials, situations, today)
    return legalBasis.filter((_, i) => guide.legalBasis[i]?.lawName === '道路运输条例').map(({ level }) => level)
  }
  expect(new Set(levelsOn('2025-12-31'))).toEqual(new Set(['law']))
  expect(new Set(levelsOn('2026-01-01'))).toEqual(new Set(['superseded']))
})

test('a citizen reads of which day the text is', () => {
  expect(sourceText({ level: 'law', basis: '护士条例第七条', asOf: '2025-04-19' })).toBe(
    '法规原文（护士条例第七条，按 2025-04-19 的文本）',
  )
  expect(sourceText({ level: 'superseded', asOf: '2025-04-19' })).not.toContain('法规原文')
})

test('a filing, which no law gives a limit, prints none', () => {
  const none = GUIDES.filter(({ guide }) => limitText(guide.statutoryLimit) === '')
  expect(none.map(({ guide }) => guide.shortName)).toEqual(['水路运输经营者变更备案', '船舶管理业变更备案'])
})
