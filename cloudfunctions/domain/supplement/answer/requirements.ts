import { lackSentence } from '../../../../miniprogram/shared/judge'
import { type SupplementItem } from '../../../../miniprogram/shared/domain/supplement'
import { AppError, invalidInput } from '../../../kernel/errors'
import { type SupplementedRound } from '../../../one-network/mappers/supplements'
import { listAttachments } from '../../../stores/attachments'
import { type SentFile } from '../../../stores/supplements'

/** The round may have been answered at the window, or on the provider's own site. */
export function requireOpen(round: SupplementedRound | undefined): void {
  if (!round?.submitted) return
  const userMessage = '这一轮补正已经在别处交过，不需要再次提交'
  throw new AppError('STATE_CHANGED', 'round was submitted elsewhere', { userMessage })
}

/** INVALID_INPUT with every item that lacks an answer: nothing is sent before all have one. */
export function requireAnswered(items: readonly SupplementItem[], remark: string): void {
  const fields = items.flatMap((item) => {
    const message = lackSentence(item, remark)
    return message === '' ? [] : [{ field: item.materialId, message }]
  })
  if (fields.length) throw invalidInput('round is not answered', { fields })
}

/** Everything that the provider will take for the round; INVALID_INPUT when one of ours is not there any more. */
export async function filesToSend(
  supplementId: string,
  round: SupplementedRound | undefined,
): Promise<readonly SentFile[]> {
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
