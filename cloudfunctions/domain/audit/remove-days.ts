import { type BeijingDate } from '../../../miniprogram/shared/domain/time'
import { type CallBudget } from '../../kernel/context'
import { oldestAuditRow, removeAuditRows } from '../../stores/audit-log'
import { type AuditSeal, lastRemoval, listSeals, removeSeals } from '../../stores/audit-seals'
import { writeActDown } from './acts'
import { append, endOfChain } from './chain'
import { endOf, lastDayOver } from './days'
import { hashOfRows, hashOfSeal } from './signed'
import { keysInUse } from './write'

const PAGE = 500

/** The links at the beginning of the chain that hold nothing that stays: the last of them, and the number after it. */
async function whatGoes(through: BeijingDate, deadline: number): Promise<readonly AuditSeal[]> {
  const goes: AuditSeal[] = []
  while (Date.now() < deadline) {
    const page = await listSeals(goes.at(-1)?.number ?? 0, PAGE)
    const stays = page.findIndex(({ day }) => day > through)
    goes.push(...(stays < 0 ? page : page.slice(0, stays)))
    if (stays >= 0 || page.length < PAGE) break
  }
  return goes
}

/**
 * Removes the days that are over (KEPT_DAYS): first a link says so, then rows and links go. A run that died in between is
 * finished by the next one.
 */
export async function removeAuditDays(budget: CallBudget): Promise<Readonly<Record<string, number>>> {
  const through = lastDayOver(Date.now())
  const oldest = await oldestAuditRow()
  const said = await lastRemoval()
  const isOver = oldest !== undefined && oldest.at < endOf(through)
  let removal = said
  if (isOver && (said === undefined || said.day < through)) removal = await say(through, budget)
  if (!removal) return { auditRowsRemoved: 0, auditSealsRemoved: 0 }
  const auditRowsRemoved = await removeAuditRows(endOf(removal.day))
  const auditSealsRemoved = await removeSeals(removal.firstKept)
  if (auditRowsRemoved > 0) {
    const plain = { day: removal.day, rows: auditRowsRemoved, seals: auditSealsRemoved }
    await writeActDown('audit.remove', { plain, outcome: 'removed' }, budget)
  }
  return { auditRowsRemoved, auditSealsRemoved }
}

/** undefined when another run has added a link meanwhile: the next one says it. */
async function say(through: BeijingDate, { requestId, deadline }: CallBudget): Promise<AuditSeal | undefined> {
  const keys = keysInUse()
  const chain = await endOfChain(requestId, keys)
  const goes = await whatGoes(through, deadline)
  const end = goes.at(-1)
  const kept = { firstKept: (end?.number ?? 0) + 1, keptAfter: end ? hashOfSeal(end) : '' }
  const nothing = { spans: [], count: 0, firstAt: 0, lastAt: 0, rowsHash: hashOfRows([]) }
  return append(chain, { kind: 'removal', day: through, ...nothing, ...kept }, Date.now(), keys)
}
