import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { providerId } from '../../kernel/inputs'
import { readMaterialList } from '../../one-network/resources/past-files'
import { requireAccount } from '../../domain/account/identity'
import { sessionOf } from '../../domain/account/session'

/** What was filed with a case (#21): the size to expect before anything is packed. NOT_FOUND for another's case. */
export const openArchive = defineAction(
  'archive.open',
  v.object({ caseNo: providerId }),
  async ({ caseNo }, context) => {
    const { view, active } = await requireAccount(context)
    const contents = await readMaterialList(sessionOf(active.bindingId, context), caseNo)
    return { account: view, contents }
  },
)
