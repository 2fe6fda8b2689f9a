import type { Rule } from '../../miniprogram/shared/form/schema'
import { COMMITMENT_LABEL, type CommitmentKind } from '../../miniprogram/shared/domain/commitment'
import type { Evidence } from '../../cloudfunctions/matters/schema'
import { OF_ALL_RULES, readsParameter } from '../matters/parameters'
import { messageOf, rulesOf } from './rules'
import {
  COMMITMENT_TERMS,
  generalQuestions,
  PARAMETERS,
  type MatterSources,
  type OfficeRow,
  type Parameter,
} from './sources'
import { factQuestions } from './fact-questions'
import { EVIDENCE } from './words'

/** What the office must say before a matter goes live. */
export interface Question {
  /** What it is about, in a word or two. */
  readonly topic: string
  readonly text: string
}

const COMMITMENT_KINDS = ['tolerance', 'noticeCommitment', 'promiseApproval'] as const

/** Two matters may read one parameter: the same question then. */
export const PARAMETER_TOPIC = '参数'

/** Is this as certain as the office can want it? */
const isCertain = (evidence: Evidence | Rule['evidence']): boolean =>
  evidence === 'sourced_text' || evidence === 'office' || evidence === 'completeness'

const isOpen = ({ status }: { readonly status: string }): boolean => status !== 'confirmed'

/** Questions of no single matter. */
export const officeQuestions = (): readonly Question[] => [
  ...generalQuestions().filter(isOpen).map(asked),
  ...commitmentQuestions(COMMITMENT_TERMS),
]

/** Of the three ways, as far as the office has not answered. */
const commitmentQuestions = (ways: Readonly<Record<CommitmentKind, Omit<OfficeRow, 'matter'>>>): readonly Question[] =>
  COMMITMENT_KINDS.filter((kind) => isOpen(ways[kind]) && ways[kind].question !== '').map((kind) => ({
    topic: COMMITMENT_LABEL[kind],
    text: ways[kind].question,
  }))

const asked = ({ question }: OfficeRow): Question => ({ topic: '法规与流程', text: question })

/**
 * Everything about a matter that is not certain: its facts, its rules and their parameters, what the office decides, and
 * what was noted when the sources were read. A fact that becomes certain takes its question along.
 */
export function questionsOf(sources: MatterSources): readonly Question[] {
  return [
    ...sources.questions.filter(isOpen).map(asked),
    ...factQuestions(sources),
    ...sources.commitments.flatMap(commitmentQuestions),
    ...ruleQuestions(sources),
    ...parametersOf(sources)
      .filter(isOpen)
      .map(({ name, question }): Question => ({ topic: PARAMETER_TOPIC, text: `${question}（参数 ${name}）` })),
    ...formQuestions(sources),
  ]
}

/** The parameters that the rules of a matter's forms read or show. */
export function parametersOf({ forms }: MatterSources): readonly Parameter[] {
  const isRead = readsParameter(forms.map((form) => form.rules))
  return PARAMETERS.filter(({ name }) => name === OF_ALL_RULES || isRead(name))
}

function ruleQuestions(sources: MatterSources): Question[] {
  const open = rulesOf(sources).filter(({ evidence }) => !isCertain(evidence))
  if (open.length === 0) return []
  const said = open.map((rule) => {
    const basis = rule.basis === undefined ? '' : `，依据“${rule.basis}”`
    const blocks = rule.outcome.kind === 'problem' && rule.outcome.severity === 'error' ? '拦截' : '不拦截'
    return `${rule.id}“${messageOf(rule)}”（${EVIDENCE[rule.evidence]}${basis}，暂${blocks}）`
  })
  return [{ topic: '校验', text: `以下校验没有读到法规原文，是否采用、不符合时拦截还是提醒：${said.join('；')}。` }]
}

function formQuestions({ matter, forms }: MatterSources): Question[] {
  const { form, note, status } = matter.provenance
  if (form === 'office') return []
  const titles = forms.map(({ title }) => `《${title}》`).join('、')
  const law = status === 'partly' ? '部分规章或者地方规定没有取得' : '核心条文已逐条读过'
  return [
    {
      topic: '表单版式与来源',
      text: `${titles}的栏目来自${EVIDENCE[form]}，没有官方空白表。请提供现行空白表逐栏核对。来源说明：${law}；${note}。`,
    },
  ]
}
