import { LOADING } from '../../../../behaviors/page-status'
import { NO_PREFILL } from '../../components/prefill-offer/prefill-view'
import type { AccountView } from '../../../../shared/domain/account'
import { calm } from '../../draft/save-text'
import type { FormMoveView } from '../../draft/form-moves'
import type { FieldView } from '../../draft/form-view'

/** One entry of the list above the fields: tap to jump. */
export interface ProblemView {
  readonly key: string
  readonly anchor: string
  readonly fieldId: string
  /** The row of a table; -1 = the field itself. */
  readonly row: number
  readonly label: string
  readonly message: string
}

/** A field changed here and elsewhere, both values readable. */
export interface ClashView {
  readonly key: string
  readonly label: string
  readonly mine: string
  readonly newest: string
}

/** Everything that the form page binds. */
export const INITIAL_DATA = {
  /** From the server. */
  account: null as AccountView | null,
  matterName: '',
  situationText: '',
  /** Who acts for the applicant; '' = nobody does. */
  agent: '',
  today: '',
  /** Of a correction: why the office wants the form again. */
  reason: '',
  /** Page state. */
  status: LOADING,
  ready: false,
  formTitle: '',
  stepTitle: '',
  stepTitles: [] as readonly string[],
  stepIndex: 0,
  lastStep: false,
  lastText: '',
  /** Tables may be filled from a file. */
  importable: true,
  fields: [] as readonly FieldView[],
  prefill: NO_PREFILL,
  /** Forms that the office has replaced since the draft was opened. */
  moves: [] as readonly FormMoveView[],
  movesOpen: false,
  /** Required entries still empty, in all forms. */
  missing: 0,
  /** What 下一步 found on this step. */
  problems: [] as readonly ProblemView[],
  save: calm(''),
  clashes: [] as readonly ClashView[],
  /** My values of the fields where the newest was taken, kept in sight until the applicant closes the list. */
  givenUp: [] as readonly ClashView[],
}

export type FormData = typeof INITIAL_DATA
