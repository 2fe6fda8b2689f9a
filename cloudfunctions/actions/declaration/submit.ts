import * as v from 'valibot'
import { type SubmitOutcome } from '../../../miniprogram/shared/domain/declaration'
import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { defineAction } from '../../kernel/define-action'
import { type Context } from '../../kernel/context'
import { AppError, invalidInput } from '../../kernel/errors'
import { ourId, version } from '../../kernel/inputs'
import { listAttachments } from '../../stores/attachments'
import { type Claim } from '../../ledger/claim'
import { queryFirst, sendFirst } from '../../ledger/settle'
import { declarationLedger, type DeclarationRow, findDeclaration } from '../../stores/declarations'
import { neededFiles } from '../../domain/declaration/needed-files'
import { isOutdated, withCurrentForms } from '../../domain/declaration/form-move/move'
import { requireDeclaration, type OwnDeclaration, staleVersion } from '../../domain/declaration/access'
import { saysSubmitted, submissionErrand } from '../../domain/declaration/submission/errand'
import { formReplaced, plainly } from '../../domain/declaration/submission/form-version'
import { prepare, writeDown } from '../../domain/declaration/submission/prepare'
import { outcomeOf } from '../../domain/declaration/submission/submitting'
import { judge, obstacles } from '../../domain/declaration/verdict'

const input = v.object({ draftId: ourId, version })

/** After this the page says 结果确认中, although the contract would let function 4 take thirty seconds: it is asked later. */
const BUDGET_MS = 20_000

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

    const claim = await claimDraft(own, context)
    if (claim) return submitClaimed(claim, own, context)
    const current = await findDeclaration(draftId, own.active)
    if (current && current.state !== 'draft') return outcomeOf(current)
    throw notClaimed(current, shown)
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

function claimDraft({ row }: OwnDeclaration, context: Context): Promise<Claim<DeclarationRow> | undefined> {
  const submittingSince = toBeijingTime(context.now())
  return declarationLedger.claim(
    row,
    { state: 'draft', version: row.version },
    { state: 'confirming', phase: 'prepared', submittingSince },
    { until: context.deadline },
  )
}

async function submitClaimed(
  claim: Claim<DeclarationRow>,
  own: OwnDeclaration,
  context: Context,
): Promise<SubmitOutcome> {
  const { active } = own
  const errand = submissionErrand(active, context)
  try {
    // Again, now that nothing can change any more: a file may have been removed since.
    const attachments = await requireComplete(own, context)
    await writeDown(claim, active, attachments, context.now())
    await prepare(claim, active, errand.waiting)
  } catch (error) {
    // An earlier try arrived after we had believed that it was refused.
    if (saysSubmitted(error)) return outcomeOf(await queryFirst(claim, errand))
    await claim.release({ ...errand.reopened, phase: 'idle' })
    // Nothing that makes a case was sent, so nothing is open.
    throw error instanceof AppError && error.code === 'OUTCOME_UNKNOWN' ? notSent(error) : plainly(error, own.row)
  }
  return outcomeOf(await sendFirst(claim, errand))
}

const notSent = (cause: AppError) =>
  new AppError('UPSTREAM_UNAVAILABLE', 'preparing the submit failed', { retryable: true, cause })

/** Why the draft could not be claimed. */
function notClaimed(current: DeclarationRow | undefined, shown: number): AppError {
  if (current?.version !== shown || current.situationNo === '') return staleVersion(current?.version ?? shown)
  const userMessage = '这份草稿正在别处更改办理情形，请稍等一分钟再提交'
  return new AppError('CONFLICT', 'situation is being changed', { userMessage, retryable: true })
}
