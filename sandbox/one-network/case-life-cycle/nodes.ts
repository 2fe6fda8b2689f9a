import type { Item } from '../catalogue/item'
import type { CaseRecord, NodeRecord } from '../state/records'

/** The way of an ordinary case (contract chapter 4); 45 补正 interrupts it, 88 承诺补证 runs beside it. */
const WAY = ['10', '20', '30', '40', '50', '60', '70', '80'] as const
export type WayCode = (typeof WAY)[number]

/** Officers of the sandbox, masked as the provider masks them. */
const HANDLER: Readonly<Record<string, string>> = {
  '20': '赵*',
  '30': '赵*',
  '40': '钱**',
  '45': '钱**',
  '50': '孙*',
  '60': '李*',
}
/** What an officer writes when nothing else was typed. */
const USUAL_OPINION: Readonly<Record<string, string>> = { '20': '预审通过', '30': '已收件' }

/** Only a licence is made (70 制证); an approval or a filing goes straight to 80. */
function wayOf(item: Item): readonly WayCode[] {
  return item.isLicence ? WAY : WAY.filter((code) => code !== '70')
}

function ended(node: NodeRecord, at: number, opinion: string): NodeRecord {
  const handler = HANDLER[node.nodeCode] ?? ''
  return { ...node, endedAt: at, handler, opinion: opinion === '' ? (USUAL_OPINION[node.nodeCode] ?? '') : opinion }
}

export function startNode(nodes: readonly NodeRecord[], nodeCode: string, at: number): readonly NodeRecord[] {
  return [...nodes, { nodeCode, startedAt: at, endedAt: null, handler: HANDLER[nodeCode] ?? '', opinion: '' }]
}

/** Ends the open step, whichever it is; 88 stays open. */
export function endOpenNode(nodes: readonly NodeRecord[], at: number, opinion: string): readonly NodeRecord[] {
  return nodes.map((node) => (node.endedAt === null && node.nodeCode !== '88' ? ended(node, at, opinion) : node))
}

/** Ends every step, 88 too: the case is over. */
export function endAllNodes(nodes: readonly NodeRecord[], at: number, opinion: string): readonly NodeRecord[] {
  return endOpenNode(nodes, at, opinion).map((node) => (node.endedAt === null ? ended(node, at, '') : node))
}

/**
 * Ends the open step and passes every step up to and including `last`: a case may skip steps (chapter 8), and those
 * skipped then begin and end at once. The opinion belongs to `last`.
 */
export function completeThrough(
  nodes: readonly NodeRecord[],
  item: Item,
  last: WayCode,
  at: number,
  opinion: string,
): readonly NodeRecord[] {
  const way = wayOf(item)
  const result = nodes.map((node) =>
    node.endedAt === null && node.nodeCode !== '88' ? ended(node, at, node.nodeCode === last ? opinion : '') : node,
  )
  for (const code of way.slice(0, way.indexOf(last) + 1)) {
    if (result.some((node) => node.nodeCode === code)) continue
    const node = { nodeCode: code, startedAt: at, endedAt: null, handler: '', opinion: '' }
    result.push(ended(node, at, code === last ? opinion : ''))
  }
  return result
}

/** Steps still to come. */
export function futureNodes(record: CaseRecord, item: Item): readonly WayCode[] {
  if (record.finishedAt !== null) return []
  const way = wayOf(item)
  const open = record.nodes.find((node) => node.endedAt === null && node.nodeCode !== '88')
  if (open?.nodeCode === '45') return way.slice(way.indexOf(record.acceptedAt === null ? '40' : '50'))
  const done = Math.max(...record.nodes.map((node) => way.findIndex((code) => code === node.nodeCode)))
  return way.slice(done + 1)
}
