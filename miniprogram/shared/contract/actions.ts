import { ACCOUNT_FACTS, type AccountActions } from './actions/account'
import { ARCHIVE_FACTS, type ArchiveActions } from './actions/archive'
import { ATTACHMENT_FACTS, type AttachmentActions } from './actions/attachment'
import { CASE_FACTS, type CaseActions } from './actions/case'
import { CONSENT_FACTS, type ConsentActions } from './actions/consent'
import { CREDIT_FACTS, type CreditActions } from './actions/credit'
import { DATA_FACTS, type DataActions } from './actions/data'
import { DECLARATION_FACTS, type DeclarationActions } from './actions/declaration'
import { DOCUMENT_FACTS, type DocumentActions } from './actions/document'
import { EVALUATION_FACTS, type EvaluationActions } from './actions/evaluation'
import type { FactsOf } from './actions/facts'
import { HOME_FACTS, type HomeActions } from './actions/home'
import { INBOX_FACTS, type InboxActions } from './actions/inbox'
import { MATTER_FACTS, type MatterActions } from './actions/matter'
import { SUPPLEMENT_FACTS, type SupplementActions } from './actions/supplement'
import { TABLE_FACTS, type TableActions } from './actions/table'

export type { FunctionName } from './actions/facts'
export type { Nothing } from './actions/nothing'

/**
 * Action name → input and output: the only thing that pages and functions agree on, a file for each domain in actions/.
 * `domain.verb`; one file per action in cloudfunctions/actions/<domain>/<verb>.ts, one verb per action in services/.
 */
export interface Actions
  extends
    AccountActions,
    HomeActions,
    MatterActions,
    DeclarationActions,
    AttachmentActions,
    TableActions,
    SupplementActions,
    CaseActions,
    InboxActions,
    CreditActions,
    ArchiveActions,
    DataActions,
    ConsentActions,
    DocumentActions,
    EvaluationActions {}

export type ActionName = keyof Actions
export type Input<A extends ActionName> = Actions[A]['input']
export type Output<A extends ActionName> = Actions[A]['output']

/** Which deployed function serves an action, and whether it may be repeated. */
export const ACTION_FACTS: FactsOf<Actions> = {
  ...ACCOUNT_FACTS,
  ...HOME_FACTS,
  ...MATTER_FACTS,
  ...DECLARATION_FACTS,
  ...ATTACHMENT_FACTS,
  ...TABLE_FACTS,
  ...SUPPLEMENT_FACTS,
  ...CASE_FACTS,
  ...INBOX_FACTS,
  ...CREDIT_FACTS,
  ...ARCHIVE_FACTS,
  ...DATA_FACTS,
  ...CONSENT_FACTS,
  ...DOCUMENT_FACTS,
  ...EVALUATION_FACTS,
}
