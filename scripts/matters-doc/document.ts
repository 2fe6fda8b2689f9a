import { caseTable } from './cases'
import { basisTable, factList, factWords, limitList, resultList } from './facts'
import { DOCUMENTS, formTables } from './forms'
import { materialTable, MOST_MEGABYTES } from './materials'
import { overviewTable } from './overview'
import { officeQuestions, PARAMETER_TOPIC, questionsOf, type Question } from './questions'
import { noteList, ruleTable } from './rules'
import { situationList } from './situations'
import { type MatterSources, sharedForms } from './sources'
import { bullets } from './words'

/** A question with its number in the list at the end; `again` = the same question was asked for an earlier matter. */
interface Numbered extends Question {
  readonly number: number
  readonly again: boolean
}

/** Numbers questions on and on; a parameter that two matters read keeps the number that it got first: one answer serves both. */
function numbering(): (questions: readonly Question[]) => Numbered[] {
  let last = 0
  const parameters = new Map<string, number>()
  return (questions) =>
    questions.map((question) => {
      const first = question.topic === PARAMETER_TOPIC ? parameters.get(question.text) : undefined
      if (first !== undefined) return { ...question, number: first, again: true }
      last += 1
      if (question.topic === PARAMETER_TOPIC) parameters.set(question.text, last)
      return { ...question, number: last, again: false }
    })
}

/** What the office needs to check, in two pages: GitHub renders none of more than 512 KB. */
export interface MattersDocument {
  /** docs/matters.md: the matters. */
  readonly matters: string
  /** docs/matters-questions.md: what is asked about them. */
  readonly questions: string
}

export function mattersDocument(matters: readonly MatterSources[]): MattersDocument {
  const number = numbering()
  const general = number(officeQuestions())
  const rows = matters.map((sources) => ({ sources, questions: number(questionsOf(sources)) }))
  const all = [...general, ...rows.flatMap(({ questions }) => questions)].filter(({ again }) => !again).length
  const lines = [
    ...introduction(rows.length, all),
    ...overviewTable(rows.map(({ sources, questions }) => ({ sources, questions: questions.length }))),
    ...rows.flatMap(({ sources, questions }) => chapter(sources, questions)),
    ...sharedFormTables(matters),
  ]
  const asked = [
    '# 全部待确认问题',
    '',
    '<!-- 由 scripts/matters-doc.ts 生成，不要手改。 -->',
    '',
    `共 ${all} 问。确认一项，就在对应的文件里改一项（见 [matters.md](matters.md) 的“怎样使用”），本页重新生成后该问自动消失。`,
    '',
    '## 各事项共同的问题',
    '',
    ...questionList(general),
    ...rows.flatMap(({ sources: { matter }, questions }) => [
      `## 待确认：${matter.number}. ${matter.shortName}`,
      '',
      ...questionList(questions),
    ]),
  ]
  return { matters: pageOf(lines), questions: pageOf(asked) }
}

const pageOf = (lines: readonly string[]): string => `${lines.join('\n').trimEnd()}\n`

const questionList = (questions: readonly Numbered[]): string[] => [
  ...questions.filter(({ again }) => !again).map(({ number, topic, text }) => `${number}. **${topic}**：${text}`),
  '',
]

function introduction(matters: number, questions: number): string[] {
  return [
    `# ${matters} 个办理事项：内容、来源与待确认问题`,
    '',
    '<!-- 由 scripts/matters-doc.ts 生成，不要手改。 -->',
    '',
    '本页供政务服务办核对：每个事项的申报表、校验、材料、情形、时限各是什么，每一条从哪里来，上线之前还要确认什么。',
    '**这不是官方办事指南**；市民看到的以市一网通的配置和窗口为准。',
    '',
    `表里的“六种身份证件”是${DOCUMENTS.join('、')}。材料的每个文件不超过 ${MOST_MEGABYTES} MB，另有说明的除外。`,
    '',
    '来源分四级：',
    '',
    ...bullets([
      '**法规原文**：读过法律、行政法规的条文。',
      '**公开转载**：只见于网页转载或者外地办事指南，以现行文本和窗口为准。',
      '**通行做法**：没有找到来源，是常见做法或者设计假设，以窗口为准。这一级的校验只提醒，不拦截。',
      '**窗口已确认**：政务服务办确认过。',
    ]),
    '## 怎样使用',
    '',
    `1. 先看下面的总表，再逐个事项核对；全部 ${questions} 个问题在 [matters-questions.md](matters-questions.md)。`,
    '2. 确认一条事实：在 `cloudfunctions/matters/<事项>/matter.json` 里改正文字，把这一条的 `evidence` 改成 `"office"`，并在文件里记下',
    '   `"changes": [{ "on": "2026-12-01", "what": "许可条件已由窗口确认" }]`。情形和材料的配置在同一文件夹的 `guide.json`。',
    '3. 申报表和校验见 [changing-a-form.md](changing-a-form.md)；参数、容缺受理、告知承诺、承诺审批和其他问题在 `cloudfunctions/matters/shared/` 的',
    '   `parameters.json`、`commitments.json`、`questions.json`：确认后把 `status` 改成 `"confirmed"`。',
    '4. 运行 `npx tsx scripts/matters-doc.ts` 重新生成本页；`npm run check` 会指出本页是否过时。',
    '',
    '材料和情形是拟配置到市一网通的内容，上线后以市一网通的配置为准。',
    '',
    '## 总表',
    '',
  ]
}

function chapter(sources: MatterSources, questions: readonly Numbered[]): string[] {
  const { matter, forms } = sources
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`### ${title}`, '', ...lines]
  return [
    `## ${matter.number}. ${matter.shortName}`,
    '',
    ...bullets([
      `全称：${matter.name}`,
      ...(matter.labelNote === undefined ? [] : [matter.labelNote]),
      `类别：${matter.type}；条线：${matter.field}；文件夹：\`${matter.slug}\``,
      `受理机关：${factWords(matter.authority)}`,
      `申请人：${factWords(matter.applicants)}`,
    ]),
    ...section('条件', factList(matter.conditions)),
    ...section('时限', limitList(sources)),
    ...section('结果与收费', resultList(matter)),
    ...section('情形', situationList(sources)),
    ...section('申请类别', caseTable(sources)),
    ...section('材料', materialTable(sources)),
    ...forms.flatMap((form, i) => section(`${i === 0 ? '申报表' : '其他表单'}：${form.title}`, formTables(form))),
    ...section('校验', ruleTable(sources)),
    ...section('审核人员人工核对', noteList(sources)),
    ...section('法律依据与出处', basisTable(sources)),
    ...section('提醒', factList(matter.tips)),
    ...section('上线前须确认', [
      `[共 ${questions.length} 问](matters-questions.md#待确认${matter.number}-${anchor(matter.shortName)})：${questions
        .map(({ number, topic }) => `${number} ${topic}`)
        .join('；')}。`,
      '',
    ]),
  ]
}

/** GitHub's anchor of a heading: punctuation goes, capitals become small. */
const anchor = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}_-]/gu, '')

/** Forms that several matters share, once. */
function sharedFormTables(matters: readonly MatterSources[]): string[] {
  return [
    '## 多个事项共用的表单',
    '',
    ...sharedForms(matters).flatMap((form) => [`### ${form.title}`, '', ...formTables(form)]),
  ]
}
