import { type ErasableKind } from '../../../miniprogram/shared/domain/own-data'
import { oneByOne } from '../../kernel/batches'
import { type CallBudget } from '../../kernel/context'
import { listBytesOf, listUndeliveredOf } from '../../stores/attachments'
import { listDeclarationsOf } from '../../stores/declarations'
import { removeMessagesOf } from '../../stores/messages'
import { type Owner } from '../../stores/owner'
import { eraseBytes, eraseUpload } from '../attachment/erase-files'
import { eraseDeclaration } from '../retention/erase'

/** More than one owner has (domain/limits); what is left over is there to be removed again. */
const MOST = 1000

/** How each kind is removed that an owner may have removed by itself. */
export const ERASE: Readonly<Record<ErasableKind, (owner: Owner, budget: CallBudget) => Promise<unknown>>> = {
  drafts: async (owner, { deadline }) => {
    const drafts = (await listDeclarationsOf(owner, MOST)).filter(({ state }) => state === 'draft')
    return oneByOne(eraseDeclaration, deadline)(drafts)
  },
  // What the provider has is looked at there from now on; what it does not have was never filed.
  files: async (owner, { deadline }) => {
    await eraseBytes(await listBytesOf(owner, MOST))
    return oneByOne(eraseUpload, deadline)(await listUndeliveredOf(owner, MOST))
  },
  messages: removeMessagesOf,
}
