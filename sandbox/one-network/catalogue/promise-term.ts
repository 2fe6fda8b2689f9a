import type { PromiseTerm } from './item'
import type { MatterFiles, SharedFiles } from './matter-files'

/** How a matter's material is promised for later, as the office's files set the provider up. @param key of the material */
export function promiseTerm({ slug, matter }: MatterFiles, { commitments }: SharedFiles, key: string): PromiseTerm {
  const { terms, matters } = commitments
  const row = matters.find((one) => one.matter === slug)
  if (row?.promiseApproval.allowed && row.promiseApproval.materials.includes(key)) {
    return { kind: 'approval', days: terms.promiseApproval.value }
  }
  const { value, unit } = matter.timeLimit
  const wanted = row?.tolerance.days ?? terms.tolerance.value
  // What is tolerated has to be there before the decision is due.
  const last = unit === 'working_day' ? value - terms.tolerance.beforeDecision : wanted
  return { kind: 'tolerance', days: Math.max(1, Math.min(wanted, last)) }
}
