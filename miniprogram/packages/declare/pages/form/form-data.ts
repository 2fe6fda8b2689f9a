import { LOADING } from '../../../../behaviors/page-status'
import { NO_PREFILL } from '../../components/prefill-offer/prefill-view'
import { calm } from '../../draft/save-text'
import type { FormMoveView } from '../../draft/form-moves'
import type { FieldView } from '../../draft/form-view'
import type { Remedy } from '../../draft/problem-words'
import type { StepRow } from '../../draft/steps-view'

/** One entry of the list above the fields: tap to jump. */
export interface ProblemView {
  readonly key: string
  readonly anchor: string
  readonly fieldId: string
  /** The row of a table; -1 = the field itself. */
  readonly row: number
  readonly label: string
  readonly message: string
  readonly remedy: Remedy
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
  today: '',
  /** Of a correction: why the office wants the form again. */
  reason: '',
  /** Page state. */
  status: LOADING,
  ready: false,
  /** What was submitted is corrected. */
  correction: false,
  /** Of a correction: so many fields are shown, those that the office named; 0 = the whole form. */
  named: 0,
  /** Of several forms, which one this is; '' = there is one only. */
  formTitle: '',
  stepTitle: '',
  stepTitles: [] as readonly string[],
  /** All steps of the declaration, with those after its forms. */
  stepCount: 0,
  stepIndex: 0,
  lastStep: false,
  lastText: '',
  /** Of a correction: its steps in a sheet. */
  stepsOpen: false,
  rows: [] as readonly StepRow[],
  /** Tables may be filled from a file. */
  importable: true,
  /** It is the letter of promise: its materials follow what is promised. */
  fixedRows: false,
  fields: [] as readonly FieldView[],
  prefill: NO_PREFILL,
  /** Forms that the office has replaced since the draft was opened. */
  moves: [] as readonly FormMoveView[],
  movesOpen: false,
  /** Required entries of the step that are still empty; -1 = not said. */
  missing: 0,
  /** What 下一步 found on this step. */
  problems: [] as readonly ProblemView[],
  /** It found some, and they are mended. */
  mended: false,
  save: calm(''),
  clashes: [] as readonly ClashView[],
  /** When the server's version of them was saved. */
  newestAt: '',
  /** My values of the fields where the newest was taken, kept in sight until the applicant closes the list. */
  givenUp: [] as readonly ClashView[],
}

export type FormData = typeof INITIAL_DATA
