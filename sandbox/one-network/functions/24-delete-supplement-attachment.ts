import type { Platform } from '../platform'
import { ProviderError } from '../protocol/errors'
import { findRound, type OwnRound, refuseUnlessAwaited } from '../supplements/lookup'
import { defineFunction } from './define'
import { findOwnAttachment } from './lookup'

interface Request {
  readonly caseNo: string
  readonly round: number
  readonly attachId: string
}

function noteDeleted({ store }: Platform, { record, round }: OwnRound, attachId: string): void {
  const noted = { ...round, deletedIds: [...(round.deletedIds ?? []), attachId] }
  const supplements = record.supplements.map((it) => (it.round === round.round ? noted : it))
  store.cases.put({ ...record, supplements })
}

/** #24 删除补正材料: a file of a round that is not submitted yet; deleting it again succeeds too. */
export const deleteSupplementAttachment = defineFunction<Request>(24, (call, { caseNo, round, attachId }) => {
  const { platform } = call
  const own = findRound(call, caseNo, round)
  const wasDeleted = own.round.deletedIds?.includes(attachId) === true
  if (!wasDeleted) {
    const file = findOwnAttachment(call, attachId)
    if (file.caseNo !== caseNo || file.round !== round) throw new ProviderError('3002')
  }
  refuseUnlessAwaited(own)
  if (!wasDeleted) {
    platform.store.transaction(() => {
      platform.store.attachments.remove(attachId)
      noteDeleted(platform, own, attachId)
    })
  }
  return { attachId, deletedFlag: '1', duplicate: wasDeleted ? '1' : '0' }
})
