import { accountActions } from '../actions/account/actions'
import { attachmentActions } from '../actions/attachment/actions'
import { caseActions } from '../actions/case/actions'
import { declarationActions } from '../actions/declaration/actions'
import { openHome } from '../actions/home/open'
import { inboxActions } from '../actions/inbox/actions'
import { matterActions } from '../actions/matter/actions'
import { tableActions } from '../actions/table/actions'
import { defineFunction } from '../kernel/define-function'

/** Which action belongs here: ACTION_FACTS of the contract. */
export const actions = [
  ...accountActions,
  openHome,
  ...matterActions,
  ...declarationActions,
  ...attachmentActions,
  ...caseActions,
  ...inboxActions,
  ...tableActions,
]

/** Every call that a page makes: small and fast. */
export const main = defineFunction('api', actions)
