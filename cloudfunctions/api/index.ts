import { accountActions } from '../actions/account/actions'
import { archiveActions } from '../actions/archive/actions'
import { attachmentActions } from '../actions/attachment/actions'
import { caseActions } from '../actions/case/actions'
import { consentActions } from '../actions/consent/actions'
import { creditActions } from '../actions/credit/actions'
import { dataActions } from '../actions/data/actions'
import { declarationActions } from '../actions/declaration/actions'
import { documentActions } from '../actions/document/actions'
import { evaluationActions } from '../actions/evaluation/actions'
import { openHome } from '../actions/home/open'
import { inboxActions } from '../actions/inbox/actions'
import { matterActions } from '../actions/matter/actions'
import { supplementActions } from '../actions/supplement/actions'
import { tableActions } from '../actions/table/actions'
import { writeCallDown } from '../domain/audit/calls'
import { admitConsenting } from '../domain/consent/guard'
import { defineFunction } from '../kernel/define-function'

/** Which action belongs here: ACTION_FACTS of the contract. */
export const actions = [
  openHome,
  ...accountActions,
  ...dataActions,
  ...consentActions,
  ...creditActions,
  ...matterActions,
  ...declarationActions,
  ...attachmentActions,
  ...tableActions,
  ...caseActions,
  ...supplementActions,
  ...evaluationActions,
  ...archiveActions,
  ...documentActions,
  ...inboxActions,
]

/** Every call that a page makes: small and fast. */
export const main = defineFunction('api', actions, admitConsenting, writeCallDown)
