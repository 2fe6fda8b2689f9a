import { deleteFiles } from '../../kernel/cloud'
import { type CallBudget } from '../../kernel/context'
import { forgetBytes, listBytesToGo } from '../../stores/attachments'

/**
 * So long storage keeps what the provider has confirmed to have, after its delivery: a citizen may want to look at what she
 * just sent, and nothing needs a second copy of her papers (个人信息保护法第十九条, 2021-11-01: the shortest time that the
 * purpose needs). The office's parameter. Later views come from the provider (#8).
 */
export const HELD_MS = 7 * 24 * 3600 * 1000

const BATCH = 200

/** Deletes the bytes of delivered files whose time is over, as many as there is time for; their rows stay. */
export async function removeHeldBytes(budget: CallBudget): Promise<Readonly<Record<string, number>>> {
  let bytesRemoved = 0
  while (Date.now() < budget.deadline) {
    const due = await listBytesToGo(Date.now(), BATCH)
    if (due.length === 0) break
    // The bytes first: a row that says nothing of bytes that are still there would hide them.
    await deleteFiles(due.map(({ fileId }) => fileId))
    await Promise.all(due.map(forgetBytes))
    bytesRemoved += due.length
  }
  return { bytesRemoved }
}
