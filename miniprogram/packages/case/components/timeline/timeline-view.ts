import type { NodeState, ProgressNode } from '../../../../shared/domain/case'
import { formatBeijingTime, shortBeijingTime } from '../../../../shared/domain/time'

/** A step of a case as a row shows it. */
export interface StepView {
  readonly seq: number
  readonly name: string
  /** done ✓, now (a blue ring), mine (an amber ring: it is the applicant's turn), later (empty), unknown. */
  readonly look: 'done' | 'now' | 'mine' | 'later' | 'unknown'
  /** At the right: when it ended, or its state in words. */
  readonly end: string
  readonly lines: readonly string[]
  /** For a screen reader: name and state. */
  readonly spoken: string
}

export interface TimelineView {
  /** Of most steps; a step says it only when it is another's. '' = nobody is named. */
  readonly department: string
  readonly steps: readonly StepView[]
  /** Who did each step and when it began, for whom wants it. */
  readonly details: readonly string[]
}

const STATE: Readonly<Record<NodeState, string>> = {
  pending: '未到',
  current: '进行中',
  done: '已完成',
  unknown: '以窗口为准',
}

/** @param mine the current step waits for the applicant @param now ms since the epoch */
export function timelineView(nodes: readonly ProgressNode[], mine: boolean, now: number): TimelineView {
  const department = mostNamed(nodes)
  return {
    department,
    steps: withoutTail(nodes.map((node) => stepOf(node, department, mine, now))),
    details: nodes.flatMap(detailOf),
  }
}

/** What comes after the next step is one line: nobody waits for it yet. */
function withoutTail(steps: readonly StepView[]): readonly StepView[] {
  const next = steps.findIndex(({ look }) => look === 'later')
  const tail = next < 0 ? [] : steps.slice(next + 1)
  const [first] = tail
  if (first === undefined || tail.length < 2 || tail.some(({ look, lines }) => look !== 'later' || lines.length > 0)) {
    return steps
  }
  const [name, spoken] = [tail.map((step) => step.name).join('、'), tail.map((step) => step.spoken).join('；')]
  return [...steps.slice(0, next + 1), { ...first, name, spoken }]
}

function mostNamed(nodes: readonly ProgressNode[]): string {
  const counts = new Map<string, number>()
  for (const { department } of nodes) if (department) counts.set(department, (counts.get(department) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? ''
}

const LOOK: Readonly<Record<NodeState, StepView['look']>> = {
  pending: 'later',
  current: 'now',
  done: 'done',
  unknown: 'unknown',
}

function stepOf(node: ProgressNode, shared: string, mine: boolean, now: number): StepView {
  const { seq, name, state, department, startedAt, endedAt, opinion, promise } = node
  const waits = state === 'current' && (mine || promise === true)
  const waiting = promise === true ? '等您补交' : '等您处理'
  const end = waits
    ? waiting
    : state === 'pending'
      ? ''
      : endedAt === undefined
        ? STATE[state]
        : shortBeijingTime(endedAt, now)
  const lines = [
    ...(department && department !== shared ? [department] : []),
    ...(state === 'current' && startedAt !== undefined ? [`${shortBeijingTime(startedAt, now)} 开始`] : []),
    ...(opinion ? [`意见：${opinion}`] : []),
  ]
  const spoken = [name, waits ? waiting : STATE[state], state === 'done' ? end : ''].filter(Boolean).join('，')
  return { seq, name, look: waits ? 'mine' : LOOK[state], end, lines, spoken }
}

function detailOf({ name, department, handler, startedAt, endedAt }: ProgressNode): readonly string[] {
  const facts = [
    [department, handler].filter(Boolean).join(' '),
    startedAt === undefined ? '' : `开始 ${formatBeijingTime(startedAt)}`,
    endedAt === undefined ? '' : `完成 ${formatBeijingTime(endedAt)}`,
  ].filter((fact) => fact !== '')
  return facts.length === 0 ? [] : [`${name}：${facts.join('，')}`]
}
