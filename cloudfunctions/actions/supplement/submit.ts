import * as v from 'valibot'
import { LONGEST_REMARK } from '../../../miniprogram/shared/domain/supplement'
import { tidy, tooLong } from '../../../miniprogram/shared/form/text'
import { defineAction } from '../../kernel/define-action'
import { invalidInput } from '../../kernel/errors'
import { ourId, version } from '../../kernel/inputs'
import { findSupplement } from '../../stores/supplements'
import { staleVersion } from '../../domain/declaration/access'
import { requireAnswerable, requireSupplement } from '../../domain/supplement/access'
import { claimRound } from '../../domain/supplement/answer/claim'
import { outcomeOfAnswer, sendAnswer } from '../../domain/supplement/answer/errand'
import { readRound } from '../../domain/supplement/answer/receipt'
import { correctedForms } from '../../domain/supplement/forms'
import { groundsOfRound } from '../../domain/supplement/grounds'
import { itemsOf } from '../../domain/supplement/view'
import { filesToSend, requireAnswered, requireOpen } from '../../domain/supplement/answer/requirements'

const input = v.object({
  supplementId: ourId,
  version,
  /** Four times as much in code units as may be said in characters. */
  remark: v.pipe(v.string(), v.maxLength(4 * LONGEST_REMARK), v.transform(tidy)),
})

/** After this the page says 结果确认中, although the contract would let function 25 take thirty seconds. */
const BUDGET_MS = 20_000

/**
 * Submits a round (#25), once. The page names only the round and its version: what is sent is what the server holds and
 * judged itself, after the files were asked for again (#26). Of any number of concurrent calls one sends; repeating it is
 * harmless.
 */
export const submitSupplementAction = defineAction(
  'supplement.submit',
  input,
  async ({ supplementId, version: shown, remark }, context) => {
    const long = tooLong(remark, LONGEST_REMARK)
    if (long !== '') throw invalidInput('remark is too long', { userMessage: `想对窗口说的话${long}，请缩短` })
    const { active, row } = await requireSupplement(supplementId, context)
    if (row.state !== 'open') return outcomeOfAnswer(row)
    if (row.version !== shown) throw staleVersion(row.version)
    requireAnswerable(row, context.now())
    const round = await readRound({ row, active, budget: context })
    requireOpen(round)
    const items = await itemsOf(row, active, undefined, round, context.now())
    requireAnswered(items, remark)
    const sentFiles = await filesToSend(row._id, round)
    const grounds = await groundsOfRound(row, active, context.now())
    const content = { forms: await correctedForms(row, grounds), remark }
    const claim = await claimRound(row, content, sentFiles, context)
    if (claim) return outcomeOfAnswer(await sendAnswer(claim, remark, active, context))
    const current = await findSupplement(row._id, active)
    if (current && current.state !== 'open') return outcomeOfAnswer(current)
    throw staleVersion(current?.version ?? shown)
  },
  BUDGET_MS,
)
