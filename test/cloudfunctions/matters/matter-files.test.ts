import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allMatters, matterById, matterBySlug } from '../../../cloudfunctions/matters'
import { sourcesOf } from '../../../cloudfunctions/matters/guide-sources'
import { SCHEMAS } from '../../../scripts/matters/defects/schemas'
import { MATTERS_FOLDER } from '../../../scripts/matters/folders'
import { allGuides } from './guide-of'

test('the JSON Schema refuses what is no matter', () => {
  const matter = JSON.stringify(
    JSON.parse(readFileSync(join(MATTERS_FOLDER, 'nurse-registration', 'matter.json'), 'utf8')),
  )
  const broken = [
    ['"evidence":"knowledge"', '"evidence":"hearsay"'],
    [',"evidence":"sourced_text"', ''],
    ['"unit":"working_day"', '"unit":"week"'],
    ['"basisKind":"listed"', '"basisKind":"other"'],
    ['"number":14', '"number":0'],
    ['"tips":', '"hints":'],
  ] as const
  for (const [from, to] of broken) {
    expect(matter).toContain(from)
    expect([to, SCHEMAS.matter(JSON.parse(matter.replace(from, to)))]).toEqual([to, false])
  }
})

/** The matters of the user's list, letter by letter and in its order. */
const TENDER = [
  '道路货物运输经营许可（危险货物除外）',
  '劳动关系协调——集体合同审查',
  '营业性演出审批',
  '出版物零售单位设立、变更许可（设立）',
  '乡村医生执业注册-首次注册',
  '户外广告及临时悬挂、设置标语或者宣传品许可--A 类：户外广告设施许可',
  '户外广告及临时悬挂、设置标语或者宣传品许可--B 类：临时悬挂、设置标语或者宣传品许可',
  '建设项目夜间施工许可',
  '企业不定时和综合计算工时工作制许可',
  '从事包装装潢印刷品和其他印刷品印刷经营活动的企业设立、变更许可——包装装潢印刷品印刷企业设立、变更',
  '道路旅客运输及班线经营许可--道路客运经营许可',
  '危险化学品经营许可',
  '实施中等及中等以下学历教育、学前教育、自觉考试助学和实施高等以下非学历文化教育的民办学校的筹设、设立、变更、延续与终止的许可',
  '护士执业注册许可',
  '公共场所卫生许可',
  '供水单位卫生许可',
  '医师执业注册许可',
  '水路运输、水路运输辅助业经营许可--国内船舶管理业务经营许可',
  '水路运输、水路运输辅助业经营许可--省际普通货船运输的经营许可',
  '水路运输经营者事项变更备案',
  '船舶管理业经营者事项变更备案',
  '工程建设涉及城市绿地、树木许可--临时占用城市绿化用地许可',
]

test('the matters are those of the user’s list; the only corrected name says so', () => {
  expect(allMatters().map(({ name }) => name)).toEqual(TENDER)
  const corrected = allMatters().filter(({ label }) => label !== undefined)
  expect(corrected.map(({ slug }) => slug)).toEqual(['private-school'])
  expect(corrected[0]?.label).toContain('自学考试助学')
  expect(corrected[0]?.labelNote).toContain('以市一网通的名称为准')
})

test('a matter is found by its folder and by the provider’s item id', () => {
  expect(matterById('SX120116000014')?.slug).toBe('nurse-registration')
  expect(matterBySlug('nurse-registration')).not.toHaveProperty('$schema')
  expect(matterById('SX999999999999')).toBeUndefined()
  expect(matterBySlug('marriage')).toBeUndefined()
})

test('where the legal basis was read stays out of what citizens get', () => {
  expect(allMatters().flatMap(({ legalBasis }) => legalBasis.map(({ source }) => source))).not.toContain('同上')
  const shown = allGuides().map(({ guide, materials, situations }) =>
    JSON.stringify(sourcesOf(guide, materials, situations, '2026-11-26')),
  )
  expect(shown.map((text) => /https?:|LawRefBook|github/i.exec(text)?.[0]).filter(Boolean)).toEqual([])
})

test('no mark of uncertainty reaches a citizen', () => {
  for (const matter of allMatters()) {
    const { provenance: _office, legalBasis: _sources, ...shown } = matter
    expect([
      matter.slug,
      JSON.stringify(shown).match(/（[^（）]*(知识(?!产权)|参数|转载|需核)[^（）]*）|需核/g),
    ]).toEqual([matter.slug, null])
  }
})
