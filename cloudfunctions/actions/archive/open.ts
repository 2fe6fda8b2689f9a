import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { providerId } from '../../kernel/inputs'
import { readMaterialList } from '../../one-network/resources/past-files'
import { requireAccount } from '../account/identity'
import { withUserToken } from '../account/session'

/** What was filed with a case (#21): the size to expect before anything is packed. NOT_FOUND for another's case. */
export const openArchive = defineAction(
  'archive.open',
  v.object({ caseNo: providerId }),
  async ({ caseNo }, context) => {
    const { view, active } = await requireAccount(context)
    const contents = await withUserToken(active.bindingId, context, (token) => readMaterialList(caseNo, token, context))
    return { account: view, contents }
  },
)
