import { NOT_KEPT, type PromiseKind } from '../../../shared/domain/commitment'
import { type CaseStage } from '../../../shared/domain/case'
import { type DueView, dueView } from '../../../shared/domain/due'
import { type Fact, factsFrom } from '../../../shared/domain/fact'
import { type EarlierRound, type SupplementKind, type SupplementRound } from '../../../shared/domain/supplement'
import { formatBeijingTime } from '../../../shared/domain/time'
import { isAnswered, lackSentence } from '../../../shared/judge/index'
import type { QueueItem } from '../upload/upload-queue'
import { caseFileView, type CaseFileView, itemView, type ItemView } from './item-view'

export interface RoundView {
  readonly title: string
  readonly kindName: string
  /** Of the page, and of the row with the window's telephone. */
  readonly pageTitle: string
  readonly callTitle: string
  /** What it means is open from the start: a promise that is not kept costs more than time. */
  readonly explains: boolean
  readonly meaning: string
  /** Until when; null = nobody set a day. */
  readonly due: DueView | null
  /** What there is to say of the time besides; '' = nothing. */
  readonly deadline: string
  readonly overdue: boolean
  /** Of the window that asks; '' = not given. */
  readonly phone: string
  /** 0–100 of the items. */
  readonly percent: number
  /** '' = nothing that the items do not say. */
  readonly note: string
  readonly facts: readonly Fact[]
  readonly items: readonly ItemView[]
  /** 3 项，补好 2 项 */
  readonly progressText: string
  /** What is lacking, one sentence each; empty = it may be submitted. */
  readonly lacks: readonly string[]
  /** The first item that lacks something; '' = none. */
  readonly firstLack: string
  /** Something that was submitted earlier could not be read now: 刷新 asks again. */
  readonly incomplete: boolean
}

/** What a round is called and what it means; the provider's own words are 补证 and 补正. */
const KIND: Readonly<Record<SupplementKind, { readonly name: string; readonly meaning: string }>> = {
  supplement: {
    name: '补正',
    meaning: '窗口看了您的申请，要求补充或更正下面的内容。每一项都补好后，还要提交一次，窗口才能收到。',
  },
  promise: {
    name: '承诺补证',
    meaning:
      '这些是您申报时承诺以后补交的材料。补交和办理同时进行：不会让办理停下来，也不会改变办件状态。想改到窗口交或者邮寄的，请先打电话问窗口。',
  },
  unknown: { name: '补充材料', meaning: '窗口需要您补充下面的内容。每一项都补好后，还要提交一次，窗口才能收到。' },
}

/** What a promise means for the decision, and what happens when it is not kept. */
const PROMISED: Readonly<Record<PromiseKind, string>> = {
  tolerance: `按容缺受理办理的，期限从受理起算，补齐后窗口才作出决定。${NOT_KEPT.tolerance}。`,
  promiseApproval: `按承诺审批办理的，期限从承诺之日起算，窗口可以先作出决定。${NOT_KEPT.promiseApproval}。`,
}
/** Nobody says any more by which way it was promised. */
const PROMISED_SOMEHOW = '逾期没有补交的后果，请看承诺书或者问窗口。'

/** What a 补正 does to the time limit; it runs from acceptance on. */
const CLOCK: Readonly<Record<'received' | 'accepted' | 'unknown', string>> = {
  received: '还没有受理，办理时限从受理那天算起。',
  accepted: '等您补正期间，办理时限暂停计时；提交后接着算。',
  unknown: '已经受理的，等您补正期间办理时限暂停计时，提交后接着算；还没有受理的，时限还没有开始。',
}

function meaningOf({ kind, promisedBy }: SupplementRound, stage: CaseStage | undefined): string {
  const { meaning } = KIND[kind]
  if (kind === 'supplement') return meaning + CLOCK[stage === 'received' || stage === 'accepted' ? stage : 'unknown']
  if (kind !== 'promise') return meaning
  return meaning + (promisedBy ? promisedBy.map((by) => PROMISED[by]).join('') : PROMISED_SOMEHOW)
}

export const roundTitle = (round: number, kind: SupplementKind): string => `第 ${round} 轮：${KIND[kind].name}`

function deadlineText({ deadline, overdue, kind }: SupplementRound): string {
  if (deadline === undefined) {
    return kind === 'promise' ? '一网通没有给出补交期限，请尽早补交。' : '窗口没有定截止时间，请尽早补正。'
  }
  return overdue ? '截止时间已经过了，一网通不再接收这一轮的材料。请打电话给窗口，问清怎么办理。' : ''
}

/** What the office says of all of it, unless an item says just that. */
const noteOf = ({ note = '', items }: SupplementRound): string =>
  items.some(({ reason }) => reason === note) ? '' : note

/** The provider's clock says whether it is over; the phone's own only says how long is left. */
function dueOf({ deadline, overdue, workingDaysLeft }: SupplementRound, now: number): DueView | null {
  const due = deadline === undefined ? null : dueView(deadline, now, workingDaysLeft)
  return due && due.overdue !== overdue ? { ...due, overdue, left: overdue ? '已过期' : '' } : due
}

/** @param remark what the citizen says to the office about the round @param stage of the case; absent = not known now @param now ms since the epoch */
export function roundView(
  round: SupplementRound,
  queue: readonly QueueItem[],
  beforeKnown: boolean,
  remark: string,
  stage?: CaseStage,
  now = Date.now(),
): RoundView {
  const { items } = round
  const done = items.filter((item) => isAnswered(item, remark)).length
  return {
    title: roundTitle(round.round, round.kind),
    kindName: KIND[round.kind].name,
    pageTitle: round.kind === 'promise' ? '补交承诺的材料' : '补正材料',
    callTitle: round.kind === 'promise' ? '交不出来，先问窗口' : '有疑问，问窗口',
    explains: round.kind === 'promise',
    meaning: meaningOf(round, stage),
    due: dueOf(round, now),
    deadline: deadlineText(round),
    phone: round.phone ?? '',
    percent: items.length === 0 ? 0 : Math.round((100 * done) / items.length),
    overdue: round.overdue,
    note: noteOf(round),
    facts: factsFrom({
      发出时间: formatBeijingTime(round.issuedAt),
      发出部门: round.department,
      补正告知书: round.noticeNo,
    }),
    items: items.map((item, index) => itemView(item, queue, index + 1, beforeKnown, round.kind === 'promise', remark)),
    progressText: `${items.length} 项，补好 ${done} 项`,
    lacks: items.map((item) => lackSentence(item, remark)).filter((lack) => lack !== ''),
    firstLack: items.find((item) => !isAnswered(item, remark))?.materialId ?? '',
    incomplete: items.some(({ kind, form }) => (kind === 'form' ? form === undefined : !beforeKnown)),
  }
}

/** A round that was answered, to be read. */
export interface EarlierView {
  readonly title: string
  readonly when: string
  readonly materials: readonly {
    readonly materialId: string
    readonly name: string
    readonly text: string
    readonly files: readonly CaseFileView[]
  }[]
}

export const earlierView = ({ round, kind, submittedAt, materials }: EarlierRound): EarlierView => ({
  title: roundTitle(round, kind),
  when: submittedAt === undefined ? '已提交' : `${formatBeijingTime(submittedAt)} 提交`,
  materials: materials.map(({ materialId, name, kind: materialKind, files }) => ({
    materialId,
    name,
    text:
      materialKind === 'form' ? '已重交这张表' : files.length === 0 ? '没有网上提交的文件' : `${files.length} 个文件`,
    files: files.map(caseFileView),
  })),
})
