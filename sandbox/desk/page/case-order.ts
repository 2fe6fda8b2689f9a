import type { OfficeCaseBrief } from '../../one-network/office'

/** Which cases an officer wants to see, and in which order. */
export interface Wish {
  readonly words: string
  readonly turn: OfficeCaseBrief['turn'] | 'any'
  /** '' = every matter. */
  readonly itemId: string
  readonly order: Order
}

export const TURNS: Readonly<Record<Wish['turn'], string>> = {
  office: '等窗口',
  applicant: '等申请人',
  over: '办完',
  any: '全部',
}

export const ORDERS = { idle: '最久没动的在前', due: '期限近的在前', newest: '刚提交的在前' } as const
export type Order = keyof typeof ORDERS

/** What no date sorts behind. */
const NO_DATE = '9999'

const COMPARE: Readonly<Record<Order, (a: OfficeCaseBrief, b: OfficeCaseBrief) => number>> = {
  idle: (a, b) => a.movedAt.localeCompare(b.movedAt),
  due: (a, b) => (a.due || NO_DATE).localeCompare(b.due || NO_DATE) || a.movedAt.localeCompare(b.movedAt),
  newest: (a, b) => b.submitTime.localeCompare(a.submitTime),
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Each of the words stands in the number, the applicant's name or the matter's. */
function isFound({ caseNo, applicant, itemName }: OfficeCaseBrief, words: string): boolean {
  const text = plain(`${caseNo} ${applicant} ${itemName}`)
  return plain(words)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** Whoever's turn it is: what the words and the matter leave. */
export const matching = (rows: readonly OfficeCaseBrief[], { words, itemId }: Wish): readonly OfficeCaseBrief[] =>
  rows.filter((row) => (itemId === '' || row.itemId === itemId) && isFound(row, words))

const isOfTurn =
  (turn: Wish['turn']) =>
  (row: OfficeCaseBrief): boolean =>
    turn === 'any' || row.turn === turn

export const countOf = (rows: readonly OfficeCaseBrief[], turn: Wish['turn']): number =>
  rows.filter(isOfTurn(turn)).length

/** What the list shows, first to last. */
export function arranged(rows: readonly OfficeCaseBrief[], wish: Wish): readonly OfficeCaseBrief[] {
  return matching(rows, wish).filter(isOfTurn(wish.turn)).slice().sort(COMPARE[wish.order])
}
