import { dropPage } from '../../../platform/kept-pages'
import { dropDraftCopy } from '../../../platform/storage'
import { forgetPlace } from '../../../services/draft-place'
import { queueOf } from '../upload/queues'

/** What this phone keeps of a draft is not needed once it was submitted: answers, picked files, where it was left. */
export async function forgetOnPhone(draftId: string): Promise<void> {
  forgetPlace(draftId)
  await Promise.all([queueOf(draftId).clear(), dropDraftCopy(draftId), dropPage(`draft.${draftId}`)])
}
