import * as v from 'valibot'
import { LONGEST_REMARK, type SupplementItem } from '../../../miniprogram/shared/domain/supplement'
import { lackSentence } from '../../../miniprogram/shared/judge'
import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { defineAction } from '../../kernel/define-action'
import { AppError, invalidInput } from '../../kernel/errors'
import { ourId, version } from '../../kernel/inputs'
import { type SupplementedRound } from '../../one-network/mappers/supplements'
import { sendFirst } from '../../ledger/settle'
import { type SentFile, findSupplement, supplementLedger } from '../../stores/supplements'
import { listAttachments } from '../../stores/attachments'
import { staleVersion } from '../../domain/declaration/access'
import { requireAnswerable, requireSupplement } from '../../domain/supplement/access'
import { sealContent } from '../../domain/supplement/answer/content'
import { answerErrand, outcomeOfAnswer } from '../../domain/supplement/answer/errand'
import { readRound } from '../../domain/supplement/answer/receipt'
import { correctedForms } from '../../domain/supplement/forms'
import { groundsOfRound } from '../../domain/supplement/grounds'
import { itemsOf } from '../../domain/supplement/view'

const input = v.object({
  supplementId: ourId,
  version,
  remark: v.pipe(v.string(), v.maxLength(LONGEST_REMARK)),
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
    const { active, row } = await requireSupplement(supplementId, context)
    if (row.state !== 'open') return outcomeOfAnswer(row)
    if (row.version !== shown) throw staleVersion(row.version)
    requireAnswerable(row, context.now())
    const round = await readRound({ row, active, waiting: context })
    requireOpen(round)
    const items = await itemsOf(row, active, undefined, round, context.now())
    requireAnswered(items, remark)
    const sentFiles = await filesToSend(row._id, round)
    const grounds = await groundsOfRound(row, active, context.now())
    const content = { forms: await correctedForms(row, grounds), remark: remark.trim() }
    const claim = await supplementLedger.claim(
      row,
      { state: 'open', version: row.version },
      {
        state: 'confirming',
        phase: 'prepared',
        submittingSince: toBeijingTime(context.now()),
        sent: sealContent(row._id, content),
        sentFiles,
      },
      { until: context.deadline },
    )
    if (claim) return outcomeOfAnswer(await sendFirst(claim, answerErrand(active, context)))
    const current = await findSupplement(row._id, active)
    if (current && current.state !== 'open') return outcomeOfAnswer(current)
    throw staleVersion(current?.version ?? shown)
  },
  { budgetMs: BUDGET_MS },
)

/** The round may have been answered at the window, or on the provider's own site. */
function requireOpen(round: SupplementedRound | undefined): void {
  if (!round?.submitted) return
  const userMessage = '这一轮补正已经在别处交过，不需要再次提交'
  throw new AppError('STATE_CHANGED', 'round was submitted elsewhere', { userMessage })
}

/** INVALID_INPUT with every item that lacks an answer: nothing is sent before all have one. */
function requireAnswered(items: readonly SupplementItem[], remark: string): void {
  const fields = items.flatMap((item) => {
    const message = lackSentence(item, remark)
    return message === '' ? [] : [{ field: item.materialId, message }]
  })
  if (fields.length) throw invalidInput('round is not answered', { fields })
}

/** Everything that the provider will take for the round; INVALID_INPUT when one of ours is not there any more. */
async function filesToSend(supplementId: string, round: SupplementedRound | undefined): Promise<readonly SentFile[]> {
  const held = (round?.materials ?? []).flatMap(({ materialId, files }) =>
    files.map(({ attachId, fileName }) => ({ materialId, attachId, fileName })),
  )
  const own = (await listAttachments(supplementId)).filter(({ state }) => state === 'delivered')
  const lost = own.filter((file) => !held.some(({ attachId }) => attachId === file.attachId))
  if (lost.length === 0) return held
  throw invalidInput('provider does not list files of the round', {
    fields: lost.map(({ materialId, fileName }) => ({
      field: materialId,
      message: `一网通现在没有“${fileName}”，请删除后重新上传`,
    })),
  })
}
