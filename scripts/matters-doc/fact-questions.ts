import type { Evidence, Matter } from '../../cloudfunctions/matters/schema'
import { overrideWords } from './conditions'
import { validityWords } from './facts'
import type { Question } from './questions'
import type { MatterSources } from './sources'
import { duration, EVIDENCE } from './words'

interface Known {
  readonly evidence: Evidence
}

const open = <T extends Known>(facts: readonly T[]): T[] =>
  facts.filter(({ evidence }) => evidence === 'knowledge' || evidence === 'sourced_secondary')

const quoted = (text: string, { evidence }: Known): string => `“${text}”（${EVIDENCE[evidence]}）`

/** One question when there is something to ask. */
const ask = (topic: string, before: string, items: readonly string[]): Question[] =>
  items.length === 0 ? [] : [{ topic, text: `${before}：${items.join('；')}。` }]

/** The facts of a matter's file that stand on a reprint or on usual practice, a question for each kind. */
export function factQuestions(sources: MatterSources): Question[] {
  const { matter } = sources
  return [
    ...(matter.labelNote === undefined ? [] : [{ topic: '名称', text: `${matter.labelNote}请向市一网通核实。` }]),
    ...ask('受理机关与申请人', '请确认受理机关、可以申请的主体', [
      ...open([matter.authority]).map((fact) => `受理机关${quoted(fact.text, fact)}`),
      ...open([matter.applicants]).map((fact) => `申请人${quoted(fact.text, fact)}`),
    ]),
    ...ask('许可条件', '以下条件没有读到法规原文，请逐条确认并给出条款', sentences(matter.conditions)),
    ...limitQuestions(sources),
    ...ask(
      '法律依据',
      '以下依据没有取得正文或者条号未核，请按现行文本确认条号和内容',
      open(matter.legalBasis).map((it) => `${it.law}${it.article}${quoted(it.content, it)}`),
    ),
    ...ask('收费', '是否收费、依据哪一条', sentences([matter.fee])),
    ...resultQuestions(matter),
    ...materialQuestions(matter),
    ...ask('提醒', '以下提醒没有读到法规原文，请确认', sentences(matter.tips)),
  ]
}

const sentences = (facts: Matter['conditions']): string[] => open(facts).map((fact) => quoted(fact.text, fact))

function limitQuestions({ matter: { timeLimit: limit }, guide }: MatterSources): Question[] {
  const { counting, extension, notCounted, suggestedPromise, overrides } = limit
  return ask('办理时限', '请确认办理时限', [
    ...open([limit]).map((it) => `法定${quoted(`${duration(it)}，${it.basis}`, it)}`),
    ...open(overrides).map(
      (it) => `选择${overrideWords(it.when, guide.situations)}的${quoted(`${duration(it)}，${it.basis}`, it)}`,
    ),
    ...open([counting]).map((it) => `计算方式${quoted(it.text, it)}`),
    ...(extension ? open([extension]).map((it) => `可以延长${quoted(`${it.value} 个工作日`, it)}`) : []),
    ...(notCounted ? open([notCounted]).map((it) => `不计入${quoted(it.text, it)}`) : []),
    ...open([suggestedPromise]).map((it) => `承诺时限建议 ${it.value} 个工作日（设计建议），市一网通配置的是多少`),
  ])
}

function resultQuestions({ results }: Matter): Question[] {
  const items = results.flatMap((result) => {
    const { name, validity, renewBefore } = result
    return [
      ...open([result]).map(() => `名称${quoted(name, result)}`),
      ...(validity ? open([validity]).map((it) => `“${name}”的有效期${quoted(validityWords(it), it)}`) : []),
      ...(renewBefore ? open([renewBefore]).map((it) => `“${name}”届满前${quoted(`${it.value} 日`, it)}申请延续`) : []),
    ]
  })
  return ask('结果', '请确认结果的名称、有效期和延续', items)
}

function materialQuestions({ materials }: Matter): Question[] {
  const of = (evidence: Evidence): string[] =>
    materials.filter((it) => it.evidence === evidence).map(({ name, basis }) => `《${name}》（${basis}）`)
  return [
    ...ask('材料', '以下材料的依据只见于公开转载，是否必须提交', of('sourced_secondary')),
    ...ask('材料', '以下材料是通行做法，没有找到依据，是否需要', of('knowledge')),
  ]
}
