import { type SubmitOutcome } from '../../../../miniprogram/shared/domain/declaration'
import { toBeijingTime } from '../../../../miniprogram/shared/domain/time'
import { type Context } from '../../../kernel/context'
import { AppError, invalidInput } from '../../../kernel/errors'
import { type Claim } from '../../../ledger/claim'
import { queryFirst, sendFirst } from '../../../ledger/settle'
import { listAttachments } from '../../../stores/attachments'
import { type DeclarationRow, declarationLedger } from '../../../stores/declarations'
import { staleVersion, type OwnDeclaration } from '../access'
import { neededFiles } from '../needed-files'
import { obstacles, judge } from '../verdict'
import { submitOutcomeOf } from './submitting'
import { writeDown, prepare } from './prepare'
import { plainly } from './form-version'
import { submissionErrand, saysSubmitted } from './errand'

/** INVALID_INPUT with every obstacle; resolves with the files that were looked at. */
export async function requireComplete({ row, active }: OwnDeclaration, context: Context) {
  const attachments = neededFiles(row, await listAttachments(row._id))
  const fields = obstacles(await judge(row, active.profile, attachments, context.now()))
  if (fields.length) throw invalidInput('declaration is not complete', { fields })
  return attachments
}

/** The draft for this submit alone; undefined when it is not as it was read any more. */
export function claimDraft({ row }: OwnDeclaration, context: Context): Promise<Claim<DeclarationRow> | undefined> {
  const submittingSince = toBeijingTime(context.now())
  return declarationLedger.claim(
    row,
    { state: 'draft', version: row.version },
    { state: 'confirming', phase: 'prepared', submittingSince },
    { until: context.deadline },
  )
}

const notSent = (cause: AppError) =>
  new AppError('UPSTREAM_UNAVAILABLE', 'preparing the submit failed', { retryable: true, cause })

/** Writes down what is sent, prepares and sends it. Resolves when it was taken or is open. */
export async function submitClaimed(
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
    await prepare(claim, active, errand.budget)
  } catch (error) {
    // An earlier try arrived after we had believed that it was refused.
    if (saysSubmitted(error)) return submitOutcomeOf(await queryFirst(claim, errand))
    await claim.release({ ...errand.reopened, phase: 'idle' })
    // Nothing that makes a case was sent, so nothing is open.
    throw error instanceof AppError && error.code === 'OUTCOME_UNKNOWN' ? notSent(error) : plainly(error, own.row)
  }
  return submitOutcomeOf(await sendFirst(claim, errand))
}

/** Why the draft could not be claimed. */
export function notClaimed(current: DeclarationRow | undefined, shown: number): AppError {
  if (current?.version !== shown || current.situationNo === '') return staleVersion(current?.version ?? shown)
  const userMessage = '这份草稿正在别处更改办理情形，请稍等一分钟再提交'
  return new AppError('CONFLICT', 'situation is being changed', { userMessage, retryable: true })
}
