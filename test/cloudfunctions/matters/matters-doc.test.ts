import { readFileSync } from 'node:fs'
import { formById } from '../../../cloudfunctions/matters/forms'
import parameters from '../../../cloudfunctions/matters/shared/parameters.json'
import { allMatters } from '../../../cloudfunctions/matters'
import questions from '../../../cloudfunctions/matters/shared/questions.json'
import type { FormSchema, Logic } from '../../../miniprogram/shared/form/schema'
import { mattersDocs } from '../../../scripts/matters-doc/file'
import { conditionWords, situationWords } from '../../../scripts/matters-doc/conditions'
import { parametersOf, questionsOf } from '../../../scripts/matters-doc/questions'
import { matterSources, type MatterSources } from '../../../scripts/matters-doc/sources'

const matters = matterSources()
const [document = '', list = ''] = Object.values(mattersDocs())

const sourcesOf = (slug: string): MatterSources => {
  const found = matters.find(({ matter }) => matter.slug === slug)
  if (!found) throw new Error(slug)
  return found
}
const formOf = (formId: string): FormSchema => {
  const form = formById(formId)
  if (!form) throw new Error(formId)
  return form
}

test('docs/matters.md says what the matters, forms and parameters say', () => {
  for (const [path, text] of Object.entries(mattersDocs())) expect(readFileSync(path, 'utf8') === text).toBe(true)
})

test('it has a chapter for each matter, and GitHub still renders it', () => {
  const chapters = document.match(/^## \d+\. .+$/gm)
  expect(chapters).toEqual(allMatters().map(({ number, shortName }) => `## ${number}. ${shortName}`))
  for (const text of [document, list]) expect(Buffer.byteLength(text)).toBeLessThan(512_000)
})

test('every field, column, rule, material, situation and source is in it', () => {
  for (const { matter, forms, guide } of matters) {
    const start = document.indexOf(`\n## ${matter.number}. `)
    const chapter = document.slice(start, document.indexOf('\n## ', start + 1))
    const fields = forms.flatMap(({ sections }) => sections.flatMap((section) => section.fields))
    const expected = [
      ...fields.map(({ label }) => `| ${label} |`),
      ...fields.flatMap(({ columns }) => columns ?? []).map(({ label }) => `列：${label} |`),
      ...forms.flatMap(({ rules }) => rules.map(({ id }) => `| ${id} |`)),
      ...forms.flatMap(({ notes }) => notes.map(({ text }) => text)),
      ...matter.materials.map(({ name }) => `| ${name} |`),
      ...matter.legalBasis.map(({ source }) => source),
    ]
    expect(expected.filter((words) => !chapter.includes(words))).toEqual([])
    expect(chapter.match(/^- \*\*/gm)?.length).toBe(guide.situations.length)
  }
})

test('questions are numbered without a gap, and the count at the top is theirs', () => {
  const numbers = [...list.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number))
  expect(numbers).toEqual(numbers.map((_, i) => i + 1))
  expect(document).toContain(`全部 ${numbers.length} 个问题在`)
  expect(list).toContain(`共 ${numbers.length} 问。`)
})

test('every parameter and every question of the office that is open is asked once', () => {
  const used = new Set(matters.flatMap(parametersOf).map(({ name }) => name))
  expect(parameters.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([])
  for (const { question } of [...parameters, ...questions]) {
    expect([question, list.split(question).length - 1]).toEqual([question, 1])
  }
})

test('a fact that the office has confirmed takes its question along', () => {
  const freight = sourcesOf('road-freight')
  const tips = (sources: MatterSources) => questionsOf(sources).filter(({ topic }) => topic === '提醒')
  expect(tips(freight)).toHaveLength(1)
  const confirmed = freight.matter.tips.map((tip) => ({ ...tip, evidence: 'office' as const }))
  expect(tips({ ...freight, matter: { ...freight.matter, tips: confirmed } })).toEqual([])
})

test('a question that is confirmed is not asked', () => {
  const freight = sourcesOf('road-freight')
  const closed = { ...freight, questions: freight.questions.map((row) => ({ ...row, status: 'confirmed' })) }
  expect(questionsOf(freight).length - questionsOf(closed).length).toBe(3)
})

test('a table says what belongs to each case, and no rule where its fields are hidden', () => {
  const chapter = document.slice(document.indexOf('## 1. 道路货运许可'), document.indexOf('## 2. '))
  const row = (name: string): string[] => {
    const line = chapter.split('\n').find((one) => one.startsWith(`| ${name} |`)) ?? ''
    return line.split('|').map((cell) => cell.trim())
  }
  // First application, a wider scope, four changes, renewal, damage, loss, end.
  expect(row('栏目：货物运输车辆信息').slice(2, 12)).toEqual(['●', '●', ...Array<string>(8).fill('')])
  // A rule with a condition of its own belongs to its cases as the answers are.
  expect(row('校验：c1').slice(2, 12)).toEqual(['○', '○', ...Array<string>(8).fill('')])
  expect(row('材料：负责人身份证明').slice(2, 12)).toEqual(['●', '●', '', '', '●', '', '', '', '', '●'])
  expect(chapter).toMatch(/每种类别都有：.*材料：道路货物运输经营申请表/)
})

test.each<readonly [Logic, string]>([
  [{ '===': [{ var: 'form.apply_type' }, 'renew'] }, '“申请类别”是“延续换证”'],
  [{ '!==': [{ var: 'form.apply_type' }, 'new'] }, '“申请类别”不是“首次申请道路货物运输经营许可”'],
  [{ in: [{ var: 'form.apply_type' }, ['renew', 'change']] }, '“申请类别”是“延续换证”或“变更登记事项”'],
  [{ in: ['large', { var: 'form.apply_scope' }] }, '“拟申请经营范围”选了“大型物件运输”'],
])('%j in words', (logic, words) => {
  expect(conditionWords(formOf('BD12011600000101'))(logic)).toBe(words)
})

test('a condition that has no words stops the document', () => {
  const words = conditionWords(formOf('BD12011600000101'))
  expect(() => words({ '<': [{ var: 'form.parking_area' }, 3] })).toThrow('no words for <')
  expect(() => words({ '===': [{ var: 'form.nothing' }, 'x'] })).toThrow('no field in')
  const { situations } = sourcesOf('road-freight').guide
  expect(() => situationWords({ situation: 'apply_type', in: ['none'] }, situations)).toThrow('no option none')
})

test('a question of the situation guide says what it fills, when it is asked and what it refuses', () => {
  expect(document).toContain('答案填入栏目“申请类别”。')
  expect(document).toMatch(/选择“首次申请”或“扩大经营范围”时才问。/)
  expect(document).toMatch(/的不能在本事项网上申报：抢修、抢险施工作业依法无需本许可。/)
})
