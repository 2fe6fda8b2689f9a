import { dropDraftCopy } from '../../../platform/storage'
import { queueOf } from '../upload/queues'

/** What this phone keeps of a draft is not needed once it was submitted: unsaved answers, picked files and their list. */
export async function forgetOnPhone(draftId: string): Promise<void> {
  await Promise.all([queueOf(draftId).clear(), dropDraftCopy(draftId)])
}
