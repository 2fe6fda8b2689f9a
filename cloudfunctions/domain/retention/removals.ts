import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { oneByOne, removeInBatches } from '../../kernel/batches'
import { type CallBudget } from '../../kernel/context'
import { removeOldAllowances } from '../../stores/allowances'
import { removeOldEvents } from '../../stores/approval-events'
import { listBytesToGo, listForgotten, listStale } from '../../stores/attachments'
import { listIdleBindings } from '../../stores/bindings'
import { removeOldNonces } from '../../stores/callback-nonces'
import { listQuietWatches } from '../../stores/case-watches'
import { removeWithdrawnConsents } from '../../stores/consents'
import { listUnchanged } from '../../stores/declarations'
import { removeOldEvaluations } from '../../stores/evaluations'
import { listDueFormerOwners } from '../../stores/former-owners'
import { removeOldKnownLogins } from '../../stores/known-logins'
import { removeOldLoginTries } from '../../stores/login-tries'
import { removeOldMessages } from '../../stores/messages'
import { removeOldConsents, removeUsedConsents } from '../../stores/reminder-consents'
import { removeOldReminders } from '../../stores/reminder-outbox'
import { type EndingName } from '../../stores/retention'
import { listUnchangedAnswers } from '../../stores/supplements'
import { listOldTemporaryFiles } from '../../stores/temporary-files'
import { removeIdle } from '../account/leave'
import { eraseBytes, eraseForgotten, eraseUpload } from '../attachment/erase-files'
import { eraseTemporaryFiles } from '../storage/erase-temporary'
import { eraseAnswer, eraseCase, eraseDeclaration } from './erase'
import { eraseFormerOwner } from './former-owners'

/** Times in ms since the epoch. */
interface Due {
  /** What began before then has come to its end. */
  readonly before: number
  readonly now: number
}

/** Removes what has come to its end, as much as there is time for; resolves with how much. */
type Removal = (due: Due, budget: CallBudget) => Promise<number>

/** Rows that one operation removes. */
const rows =
  (remove: (before: number) => Promise<number>): Removal =>
  ({ before }) =>
    remove(before)

/** What is listed and removed one by one. */
const each =
  <Row>(
    list: (due: Due, limit: number) => Promise<readonly Row[]>,
    remove: (row: Row, budget: CallBudget) => Promise<boolean>,
  ): Removal =>
  (due, budget) =>
    removeInBatches(
      (limit) => list(due, limit),
      oneByOne((row: Row) => remove(row, budget), budget.deadline),
      budget.deadline,
    )

/** How each thing that comes to an end (stores/retention.ts) is removed, the most urgent first. */
export const REMOVALS: Readonly<Record<EndingName, Removal>> = {
  temporaryFiles: ({ before }, { deadline }) =>
    removeInBatches((limit) => listOldTemporaryFiles(before, limit), eraseTemporaryFiles, deadline),
  staleUploads: each(({ before }, limit) => listStale(before, limit), eraseUpload),
  // Each row holds its own due time, set with the delivery.
  deliveredBytes: ({ now }, { deadline }) =>
    removeInBatches((limit) => listBytesToGo(now, limit), eraseBytes, deadline),
  formerOwners: each(({ now }, limit) => listDueFormerOwners(now, limit), eraseFormerOwner),
  lapsedDrafts: each(({ before }, limit) => listUnchanged('draft', toBeijingTime(before), limit), eraseDeclaration),
  lapsedAnswers: each(({ before }, limit) => listUnchangedAnswers('open', toBeijingTime(before), limit), eraseAnswer),
  overCases: each(({ before }, limit) => listQuietWatches(false, before, limit), eraseCase),
  lostCases: each(({ before }, limit) => listQuietWatches(true, before, limit), eraseCase),
  filedDeclarations: each(
    ({ before }, limit) => listUnchanged('submitted', toBeijingTime(before), limit),
    eraseDeclaration,
  ),
  sentAnswers: each(
    ({ before }, limit) => listUnchangedAnswers('submitted', toBeijingTime(before), limit),
    eraseAnswer,
  ),
  forgottenFiles: each(({ before }, limit) => listForgotten(before, limit), eraseForgotten),
  idleBindings: each(({ before }, limit) => listIdleBindings(before, limit), removeIdle),
  messages: rows(removeOldMessages),
  evaluations: rows(removeOldEvaluations),
  events: rows(removeOldEvents),
  reminders: rows(removeOldReminders),
  usedConsents: rows(removeUsedConsents),
  openConsents: rows(removeOldConsents),
  withdrawnConsents: rows(removeWithdrawnConsents),
  loginTries: rows(removeOldLoginTries),
  knownLogins: rows(removeOldKnownLogins),
  allowances: rows(removeOldAllowances),
  nonces: rows(removeOldNonces),
}
