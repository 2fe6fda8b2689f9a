import type { OfficeAction } from '../../one-network/case-life-cycle/actions'
import type { OfficeCase } from '../../one-network/office'
import { act } from './api'
import { demandForm } from './demand-form'
import { button, el, field } from './dom'
import { rawView } from './raw-view'

/** Does one of the officer's acts, then shows the case as it is now. */
export type Change = (work: () => Promise<unknown>, done: string) => void

const ASK = 'requestSupplement' satisfies OfficeAction
/** What takes a case on, the usual one first: the first that is allowed is the one to do next. */
const ONWARD: readonly OfficeAction[] = [
  'accept',
  'receiveSupplement',
  'finishReview',
  'review',
  'approve',
  'issue',
  'complete',
]
const REFUSING: readonly OfficeAction[] = ['notAccept', 'reject']
/** Seldom done: folded. */
const ENDING: readonly OfficeAction[] = ['withdraw', 'terminate', 'endForPromise']

type Allowed = OfficeCase['actions'][number]

function classOf(action: OfficeAction, primary: OfficeAction | undefined): string {
  if (action === primary) return 'button is-primary'
  return REFUSING.includes(action) || ENDING.includes(action) ? 'button is-danger' : 'button is-second'
}

/** What the officer writes, asks for and decides. The primary act follows the ticks: something is asked for, or the case goes on. */
export function actView(found: OfficeCase, change: Change): readonly HTMLElement[] {
  const { brief, actions } = found
  const opinion = el('textarea', [], { name: 'opinion', rows: 3, maxLength: 500 })
  const demand = demandForm(found, () => arrange())
  const canAsk = actions.some(({ action }) => action === ASK)
  const usual = ONWARD.find((action) => actions.some((allowed) => allowed.action === action))

  /** What an applicant would be left without; '' = nothing. */
  function obstacleOf(action: OfficeAction): string {
    if (action === ASK) return demand.obstacle(opinion.value)
    return REFUSING.includes(action) && opinion.value.trim() === '' ? '请在意见里写明理由：申请人会看到' : ''
  }

  const made = new Map(
    actions.map(({ action, label }: Allowed) => {
      const body = () => ({ action, opinion: opinion.value, ...(action === ASK ? demand.read() : {}) })
      const done = label.startsWith('窗口') ? label : `已经${label}`
      return [action, button(label, () => change(() => decided(obstacleOf(action), brief.caseNo, body), done))] as const
    }),
  )
  const row = el('div', [], { className: 'actions' })

  function arrange(): void {
    const ticked = canAsk ? demand.count() : 0
    const primary = ticked > 0 ? ASK : usual
    for (const [action, part] of made) part.className = classOf(action, primary)
    made.get(ASK)?.replaceChildren(`要求补正 ${ticked} 项`)
    const rest = [...made.keys()].filter((action) => action !== primary && action !== ASK && !ENDING.includes(action))
    const order = [...(primary === undefined ? [] : [primary]), ...rest.sort((a, b) => rank(a) - rank(b))]
    row.replaceChildren(...order.flatMap((action) => made.get(action) ?? []))
  }

  arrange()
  const endings = ENDING.flatMap((action) => made.get(action) ?? [])
  const labels = actions.filter(({ action }) => ENDING.includes(action)).map(({ label }) => label)
  return [
    el('h2', '办理', { id: 'acts-title' }),
    ...(actions.length === 0 ? [el('p', '当前状态没有可办的操作。', { className: 'note' })] : []),
    ...(actions.length === 0 ? [] : [field('意见（申请人可见）', opinion)]),
    ...(canAsk ? [demand.element] : []),
    ...(row.childElementCount === 0 ? [] : [row]),
    ...(endings.length === 0 ? [] : [el('details', [el('summary', labels.join('、')), ...endings])]),
    rawView(found, change),
  ]
}

/** @throws Error with the obstacle's words, before anything is sent */
async function decided(obstacle: string, caseNo: string, body: () => Parameters<typeof act>[1]): Promise<unknown> {
  if (obstacle !== '') throw new Error(obstacle)
  return act(caseNo, body())
}

/** Refusals stand last. */
const rank = (action: OfficeAction): number => (REFUSING.includes(action) ? 1 : 0)
