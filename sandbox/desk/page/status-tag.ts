import type { OfficeCaseBrief } from '../../one-network/office'
import { el } from './dom'

/** Not accepted yet, and on the officer's table: amber is the officer's turn. */
const TO_TAKE_UP = ['12', '26']
const REFUSED = ['40', '97']
const DONE = ['90']

function kindOf({ caseStatus, turn }: OfficeCaseBrief): string {
  if (TO_TAKE_UP.includes(caseStatus)) return 'is-turn'
  if (REFUSED.includes(caseStatus)) return 'is-danger'
  if (DONE.includes(caseStatus)) return 'is-done'
  return turn === 'office' ? 'is-primary' : ''
}

export const statusTag = (brief: OfficeCaseBrief): HTMLElement =>
  el('span', brief.caseStatusName, { className: `tag ${kindOf(brief)}` })
