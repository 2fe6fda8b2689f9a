import type { NodeState, ProgressNode } from '../../../../shared/domain/case'
import { formatBeijingTime } from '../../../../shared/domain/time'

const STATE: Readonly<Record<NodeState, Pick<Shown, 'state' | 'tone'>>> = {
  pending: { state: '未到', tone: 'muted' },
  current: { state: '进行中', tone: 'turn' },
  done: { state: '已完成', tone: 'done' },
  unknown: { state: '以窗口为准', tone: 'muted' },
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
        ...STATE[node.state],
        lines: linesOf(node),
      }))
      this.setData({ rows })
    },
  },
})
