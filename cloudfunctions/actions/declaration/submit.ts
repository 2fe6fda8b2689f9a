import * as v from 'valibot'
import { type SubmitOutcome } from '../../../miniprogram/shared/domain/declaration'
import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { defineAction } from '../../kernel/define-action'
import { type Context } from '../../kernel/context'
import { AppError, invalidInput } from '../../kernel/errors'
import { ourId, version } from '../../kernel/inputs'
import { listAttachments } from '../../stores/attachments'
import { findDeclaration } from '../../stores/declarations'
import { neededFiles } from '../attachment/needed'
import { isOutdated, withCurrentForms } from './form-move/move'
import { requireDeclaration, type OwnDeclaration, staleVersion } from './access'
import { confirm } from './submission/confirm'
import { formReplaced, plainly } from './submission/form-version'
import { advance, backToDraft, claim, type Held, outcomeOf, rest } from './submission/held'
import { prepare, writeDown } from './submission/prepare'
import { queryOnly } from './submission/reconcile'
import { saysSubmitted, send } from './submission/send'
import { judge, obstacles } from './verdict'

const input = v.object({ draftId: ourId, version })

/** After this the page says 结果确认中, although the contract would let function 4 take thirty seconds: it is asked later. */
const BUDGET_MS = 20_000
/** Time that one question about the outcome needs. */
const QUERY_MS = 3_000

/**
 * The formal submit. The page names only the draft and its version: what is sent is what the server holds and judged
 * itself. Of any number of concurrent calls one sends; the others say 结果确认中. Repeating it is harmless.
 */
export const submitDeclaration = defineAction(
  'declaration.submit',
  input,
  async ({ draftId, version: shown }, context) => {
    const own = await requireDeclaration(draftId, context)
    if (own.row.state !== 'draft') return outcomeOf(own.row)
    if (isOutdated(own.row)) {
      await withCurrentForms(own, context)
      throw formReplaced()
    }
    if (own.row.version !== shown) throw staleVersion(own.row.version)
    await requireComplete(own, context)

    const held = await claimDraft(own, context)
    if (held) return submitHeld(held, own, context)
    const current = await findDeclaration(draftId, own.active)
    if (current && current.state !== 'draft') return outcomeOf(current)
    throw staleVersion(current?.version ?? shown)
  },
  { budgetMs: BUDGET_MS },
)

/** INVALID_INPUT with every obstacle; resolves with the files that were looked at. */
async function requireComplete({ row, active }: OwnDeclaration, context: Context) {
  const attachments = neededFiles(row, await listAttachments(row._id))
  const fields = obstacles(await judge(row, active.profile, attachments, context.now()))
  if (fields.length) throw invalidInput('declaration is not complete', { fields })
  return attachments
}

function claimDraft({ row, active }: OwnDeclaration, context: Context): Promise<Held | undefined> {
  const submittingSince = toBeijingTime(context.now())
  return claim(
    { row, identity: active, waiting: context },
    { state: 'draft', version: row.version },
    { state: 'confirming', phase: 'prepared', submittingSince },
  )
}

async function submitHeld(claimed: Held, own: OwnDeclaration, context: Context): Promise<SubmitOutcome> {
  let held = claimed
  try {
    // Again, now that nothing can change any more: a file may have been removed since.
    const attachments = await requireComplete(own, context)
    held = await writeDown(held, attachments, context.now())
    held = await prepare(held)
  } catch (error) {
    // An earlier try arrived after we had believed that it was refused.
    if (saysSubmitted(error)) return askNow(await advance(held, { phase: 'unknown' }), context)
    await backToDraft(held)
    // Nothing that makes a case was sent, so nothing is open.
    throw error instanceof AppError && error.code === 'OUTCOME_UNKNOWN' ? notSent(error) : plainly(error, own.row)
  }
  const sent = await send(held, true)
  return sent.kind === 'taken' ? confirm(sent.held, sent.taken) : askNow(sent.held, context)
}

/** Asks for the case once, if there is time; otherwise it is asked for later. */
async function askNow(held: Held, context: Context): Promise<SubmitOutcome> {
  if (Date.now() + QUERY_MS < context.deadline) return queryOnly(held)
  return outcomeOf((await rest(held)).row)
}

const notSent = (cause: AppError) =>
  new AppError('UPSTREAM_UNAVAILABLE', 'preparing the submit failed', { retryable: true, cause })
