import type { AccountActions } from './actions/account'
import type { ArchiveActions } from './actions/archive'
import type { AttachmentActions } from './actions/attachment'
import type { CaseActions } from './actions/case'
import type { CreditActions } from './actions/credit'
import type { DeclarationActions } from './actions/declaration'
import type { EvaluationActions } from './actions/evaluation'
import type { HomeActions } from './actions/home'
import type { InboxActions } from './actions/inbox'
import type { MatterActions } from './actions/matter'
import type { SupplementActions } from './actions/supplement'
import type { TableActions } from './actions/table'

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
    EvaluationActions {}

export type ActionName = keyof Actions
export type Input<A extends ActionName> = Actions[A]['input']
export type Output<A extends ActionName> = Actions[A]['output']

/** Deployed functions, cut by what the platform bills and limits (design: "The layout"). */
export type FunctionName = 'api' | 'transfer'

/** Which deployed function serves an action. The compiler lists an action that is missing here. */
export const ACTION_FUNCTION: Readonly<Record<ActionName, FunctionName>> = {
  'account.get': 'api',
  'account.bind': 'api',
  'account.switch': 'api',
  'account.unbind': 'api',
  'home.open': 'api',
  'matter.list': 'api',
  'matter.search': 'api',
  'matter.recommend': 'api',
  'matter.open': 'api',
  'matter.checklist': 'api',
  'matter.notice': 'transfer',
  'matter.blankForm': 'transfer',
  'declaration.start': 'api',
  'declaration.open': 'api',
  'declaration.offers': 'api',
  'declaration.save': 'api',
  'declaration.previewSituation': 'api',
  'declaration.changeSituation': 'api',
  'declaration.promise': 'api',
  'declaration.review': 'api',
  'declaration.submit': 'api',
  'declaration.outcome': 'api',
  'declaration.print': 'transfer',
  'declaration.discard': 'api',
  'attachment.begin': 'api',
  'attachment.deliver': 'transfer',
  'attachment.remove': 'api',
  'attachment.preview': 'api',
  'attachment.earlier': 'api',
  'attachment.caseFiles': 'api',
  'attachment.reuse': 'api',
  'attachment.previewEarlier': 'transfer',
  'table.template': 'transfer',
  'table.begin': 'api',
  'table.read': 'transfer',
  'supplement.open': 'api',
  'supplement.openForm': 'api',
  'supplement.saveForm': 'api',
  'supplement.removeFile': 'api',
  'supplement.previewFile': 'transfer',
  'supplement.submit': 'api',
  'supplement.outcome': 'api',
  'case.list': 'api',
  'case.open': 'api',
  'inbox.open': 'api',
  'inbox.read': 'api',
  'inbox.consent': 'api',
  'credit.open': 'api',
  'archive.open': 'api',
  'archive.fetch': 'transfer',
  'archive.link': 'api',
  'archive.preview': 'transfer',
  'evaluation.open': 'api',
  'evaluation.submit': 'api',
}
