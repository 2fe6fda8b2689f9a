import { type SubjectType } from '../../../miniprogram/shared/domain/account'
import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { claimAfter } from '../../ledger/claim'
import { type Login } from '../../one-network/mappers/account'
import { bindingId, findBinding, putBinding } from '../../stores/bindings'
import { noteDeparture } from './leave'
import { toStored } from './session'

/**
 * Binds the account of a login; it becomes the active identity. Another account of the same subject type is replaced, and what is
 * kept of that one ends in its time. @param now ms since the epoch
 */
export async function putLogin(openid: string, subjectType: SubjectType, login: Login, now: number): Promise<void> {
  const _id = bindingId(openid, subjectType)
  const previous = await findBinding(_id)
  await putBinding({
    _id,
    openid,
    subjectType,
    userId: login.profile.userId,
    ...toStored(_id, login, now),
    generation: Math.max((previous?.generation ?? 0) + 1, now),
    ...claimAfter(previous, now),
    expired: false,
    activeAt: now,
    boundAt: toBeijingTime(now),
  })
  if (previous && previous.userId !== login.profile.userId) await noteDeparture(previous)
}
