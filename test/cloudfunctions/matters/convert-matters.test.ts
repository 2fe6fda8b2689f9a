import { join } from 'node:path'
import { evidenceOfCitations, evidenceOfRow, factOn, libraryOf } from '../../../scripts/convert-matters/citations'
import { convertMatters } from '../../../scripts/convert-matters/convert'
import { initialsOf } from '../../../scripts/convert-matters/initials'
import { atMost, citizenText } from '../../../scripts/convert-matters/marks'
import { readSeedMatters, type SeedMatter } from '../../../scripts/convert-matters/seed'
import { sourcesOf } from '../../../scripts/convert-matters/sources'

const seed = readSeedMatters(join(__dirname, '..', '..', '..'))
const library = libraryOf(seed)
const matters = convertMatters(seed)

const found = <T extends { readonly slug: string }>(rows: readonly T[], slug: string): T => {
  const row = rows.find((it) => it.slug === slug)
  if (!row) throw new Error(slug)
  return row
}
const seedOf = (slug: string): SeedMatter => found(seed, slug)
const matterOf = (slug: string) => found(matters, slug)

test.each([
  ['有效期4年来自既有规章惯例(知识)', '有效期4年'],
  ['一般不超过1年,可申请延期1次(参数);另行缴费', '一般不超过1年，可申请延期1次；另行缴费'],
  ['第五条至第九条(条号需核)', '第五条至第九条（条号以现行文本为准）'],
  ['津政令114号(2007;现行条文需核)', '津政令114号（2007；以现行文本为准）'],
  ['行政许可法第四十二条(兜底;实务1-3个工作日)', '行政许可法第四十二条'],
  ['知识产权投入', '知识产权投入'],
])('%s → %s', (text, words) => expect(citizenText(text)).toBe(words))

test('words that say 知识 are knowledge, whatever evidence is given; 需核 is no text of a law', () => {
  expect(atMost('sourced_text', '限值为知识')).toBe('knowledge')
  expect(atMost('sourced_text', '条号需核')).toBe('sourced_secondary')
  expect(atMost('knowledge', '条号需核')).toBe('knowledge')
  expect(atMost('sourced_text', '知识产权投入')).toBe('sourced_text')
})

test('a sentence stands on the articles that it cites, short names meaning the matter’s own law', () => {
  const evidence = (text: string, slug: string) => evidenceOfCitations(text, seedOf(slug), library)
  expect(evidence('行政许可不收费(行政许可法第五十八条)', 'road-freight')).toBe('sourced_text')
  expect(evidence('期满自行拆除(条例第三十六条)', 'temp-slogan')).toBe('sourced_text')
  expect(evidence('届满可自动延续(实施条例第二十二条)', 'private-school')).toBe('sourced_text')
  expect(evidence('危险化学品经营许可证管理办法第十五条(转载)', 'hazchem-operation')).toBe('sourced_secondary')
  expect(evidence('取证后还须申领运输证', 'road-freight')).toBe('knowledge')
  expect(evidence('某某条例第三条', 'road-freight')).toBe('knowledge')
  // No permit: what the law on permits says can only be a comparison.
  expect(evidence('行政许可不收费(行政许可法第五十八条)', 'water-carrier-change-filing')).toBe('knowledge')
})

test('a sentence read by hand names its row of the legal basis; an unknown row stops the conversion', () => {
  const nurse = seedOf('nurse-registration')
  expect(factOn('符合健康标准', '护士条例第七条', nurse, library)).toEqual({
    text: '符合健康标准',
    evidence: 'sourced_text',
    basis: '护士条例第七条',
  })
  expect(() => evidenceOfRow('护士条例第九十条', nurse)).toThrow('no such legal basis')
})

test('limits: an override keeps its condition, a filing without a legal limit is practice', () => {
  expect(matterOf('nurse-registration').timeLimit.overrides).toEqual([
    {
      when: { in: ['change', { var: 'situation.reg_type' }] },
      value: 7,
      unit: 'working_day',
      basis: '护士条例第九条',
      evidence: 'sourced_text',
    },
  ])
  const filing = matterOf('ship-manager-change-filing').timeLimit
  expect(filing.evidence).toBe('knowledge')
  expect(filing.notCounted).toBeUndefined()
  expect(matterOf('night-construction').timeLimit.extension).toEqual({ value: 10, evidence: 'sourced_text' })
  expect(matterOf('road-freight').timeLimit.extension).toEqual({ value: 10, evidence: 'knowledge' })
})

test('validity has an evidence of its own', () => {
  const [freight, card] = matterOf('road-freight').results
  expect(freight).toMatchObject({
    evidence: 'sourced_text',
    validity: { years: 4, text: '有效期4年', evidence: 'knowledge' },
  })
  expect(card).toEqual({ name: '道路运输证（按车配发）', evidence: 'knowledge' })
  expect(matterOf('nurse-registration').results[0]?.renewBefore).toEqual({ value: 30, evidence: 'sourced_text' })
})

test('同上 is resolved: of a material’s basis and of a source', () => {
  expect(matters.flatMap(({ materials }) => materials).filter(({ basis }) => basis === '同上')).toEqual([])
  expect(sourcesOf(seed)['publication-retail']?.[4]?.source).toMatch(/^http/)
})

test.each([
  ['护士执业注册', 'hszyzc'],
  ['行政许可', 'xzxk'],
  ['营业性演出', 'yyxyc'],
  ['重新注册', 'cxzc'],
  ['长期有效', 'cqyx'],
  ['劳动关系协调', 'ldgxxt'],
  ['特殊工时许可', 'tsgsxk'],
  ['省际普通货船', 'sjpthc'],
  ['民办学校', 'mbxx'],
  ['供水单位', 'gsdw'],
  ['临时占用城市绿化用地', 'lszycslhyd'],
  ['道路旅客运输', 'dllkys'],
  ['宣传品', 'xcp'],
  ['悬挂、设置', 'xgsz'],
  ['户外广告设施许可（A类）', 'hwggssxkal'],
  ['变更', 'bg'],
])('the initials of %s are %s', (name, letters) => expect(initialsOf(name)).toBe(letters))

test('search letters are of the corrected name', () => {
  expect(matterOf('private-school').initials.full).toContain('zxkszx')
  expect(matterOf('road-freight').initials).toEqual({ full: 'dlhwysjyxkwxhwcw', short: 'dlhyxk' })
})
