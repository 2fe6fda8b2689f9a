import { removeAttachment, uploadAttachment } from '../../../services/attachments'
import { holdWhile } from '../../../services/under-way'
import { keptFilesOf } from './kept-files'
import { UploadQueue } from './upload-queue'

/** One queue per draft, for as long as the mini-program runs. */
const queues = new Map<string, UploadQueue>()

holdWhile(() => [...queues.values()].some((queue) => queue.wouldBeMissed))

export function queueOf(draftId: string): UploadQueue {
  const known = queues.get(draftId)
  if (known) return known
  const queue = new UploadQueue(draftId, {
    upload: uploadAttachment,
    remove: removeAttachment,
    kept: keptFilesOf(draftId),
  })
  queues.set(draftId, queue)
  return queue
}
