import type { NodeState, ProgressNode } from '../../../../shared/domain/case'
import { formatBeijingTime } from '../../../../shared/domain/time'

const STATE_LABEL: Readonly<Record<NodeState, string>> = {
  pending: '未到',
  current: '进行中',
  done: '已完成',
  unknown: '以窗口为准',
}

const STATE_TONE: Readonly<Record<NodeState, string>> = {
  pending: 'muted',
  current: 'turn',
  done: 'done',
  unknown: 'muted',
}

interface Shown {
  readonly seq: number
  readonly name: string
  readonly state: string
  readonly tone: string
  readonly lines: readonly string[]
}

function linesOf(node: ProgressNode): readonly string[] {
  const lines: string[] = []
  const who = [node.department, node.handler].filter((part) => part !== undefined && part !== '').join(' ')
  if (who !== '') lines.push(who)
  if (node.startedAt !== undefined) lines.push(`开始 ${formatBeijingTime(node.startedAt)}`)
  if (node.endedAt !== undefined) lines.push(`完成 ${formatBeijingTime(node.endedAt)}`)
  if (node.opinion !== undefined && node.opinion !== '') lines.push(`意见：${node.opinion}`)
  return lines
}

/** The steps of a case in order, each with its state in words. */
Component({
  properties: {
    nodes: { type: Array, value: [] as readonly ProgressNode[] },
  },

  data: { rows: [] as readonly Shown[] },

  observers: {
    nodes(nodes: readonly ProgressNode[] | null) {
      const rows = (nodes ?? []).map((node) => ({
        seq: node.seq,
        name: node.name,
        state: STATE_LABEL[node.state],
        tone: STATE_TONE[node.state],
        lines: linesOf(node),
      }))
      this.setData({ rows })
    },
  },
})
