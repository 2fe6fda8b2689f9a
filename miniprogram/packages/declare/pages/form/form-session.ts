import type { Visit } from '../../../../behaviors/visit'
import type { Routes } from '../../../../platform/routes'
import { dropDraftCopy, keepDraftCopy, readDraftCopy } from '../../../../platform/storage'
import { notePlace } from '../../../../services/draft-place'
import { keepDeclaration } from '../../../../services/kept-answers'
import type { AccountView } from '../../../../shared/domain/account'
import { hasRows, kindOf, tableRowsOf, type Answers, type AnswerValue } from '../../../../shared/form/index'
import { momentText } from '../../../../shared/domain/time'
import { Draft } from '../../draft/draft'
import type { Filled } from '../../draft/filled'
import { takeImportedRows } from '../../import/imported-rows'
import { DraftSaver, type SaveState } from '../../draft/draft-saver'
import { isMoveFresh } from '../../draft/form-moves'
import { fieldKey, fieldViews, type FieldView } from '../../draft/form-view'
import { AFTER_THE_FORMS, type Step } from '../../draft/form-steps'
import { saveText } from '../../draft/save-text'
import { stepRow, type StepRow } from '../../draft/steps-view'
import type { NextPlace } from '../../draft/next-place'
import type { FormData } from './form-data'
import type { FormSource, OpenedForms } from './form-source'
import { clashViews, headingOf } from './form-screen'
import { FormPath } from './form-path'
import { Judging } from './judging'
import { PrefillSession } from './prefill-session'
import { SignatureSession } from './signature-session'

/** One visit to the form page: the draft, its saver, and what is on the screen. The page only passes events on. */
export class FormSession {
  readonly prefill: PrefillSession
  readonly signatures: SignatureSession
  private readonly draft: Draft
  private readonly saver: DraftSaver
  private readonly judging: Judging
  private readonly path: FormPath
  /** The fields of the step on the screen. */
  private fields: readonly FieldView[] = []
  /** `madeVersion` of the newest move that the page has told. */
  private toldMove = 0
  /** The field that the applicant is led to. */
  private focusKey = ''
  private rowToOpen: { readonly key: string; readonly row: number } | undefined
  /** The saver took up what was saved elsewhere: the screen has to follow. */
  private merging = false

  private readonly account: AccountView

  constructor(
    opened: OpenedForms,
    place: Partial<NextPlace>,
    private readonly source: Pick<FormSource, 'open' | 'save'>,
    private readonly visit: Pick<Visit<FormData, unknown>, 'show' | 'alreadyShown'>,
  ) {
    this.account = opened.account
    this.draft = new Draft(opened.filled)
    const { id } = this.draft
    this.saver = new DraftSaver(this.draft, {
      save: (version, patches) => source.save(id, version, patches),
      open: async () => {
        const { filled } = await source.open(id)
        this.merging = true
        return filled
      },
      keep: (copy) => keepDraftCopy(id, copy),
      drop: () => dropDraftCopy(id),
      onState: (state) => this.onSaveState(state),
    })
    this.judging = new Judging(this.draft, (list) => {
      visit.show(list)
      this.noteStep()
    })
    this.prefill = new PrefillSession(this.draft, this.saver, () => this.render())
    this.signatures = new SignatureSession(this.draft, this.saver, {
      materialId: () => this.step()?.materialId,
      changed: (key) => {
        if (key) this.judging.judge(key)
        this.render()
      },
    })
    const named = place.fieldId?.split(',') ?? []
    this.path = new FormPath(
      this.draft,
      { ...place, fieldId: named[0] },
      opened.filled.kind === 'correction' ? named : [],
    )
    const { materialId } = place
    if (materialId) named.forEach((id) => this.judging.judge(fieldKey(materialId, id)))
  }

  /** Takes up what an earlier visit left on the phone, and shows the first screen. */
  async start(): Promise<void> {
    const copy = await readDraftCopy(this.draft.id)
    const clashes = copy ? this.draft.restore(copy) : []
    this.render()
    this.onSaveState(this.saver.current)
    this.saver.reportClashes(clashes)
    this.noteStep()
    if (copy && clashes.length === 0) await this.saver.flush()
    this.render()
  }

  /** The page came back to the front: save what is left, or look whether another phone went on. */
  async resume(): Promise<void> {
    this.noteStep()
    if (this.draft.hasChanges) await this.saver.flush()
    else await this.refresh()
  }

  /** The connection is back: what could not be saved is saved now. */
  async retryFailedSave(): Promise<void> {
    if (this.saver.current.kind === 'failed') await this.saver.flush()
  }

  /** What the server has by now can be read without a network. */
  keepOnPhone(): void {
    const { filled } = this.draft
    if (filled.kind === 'declaration') keepDeclaration({ account: this.account, declaration: filled })
  }

  /** The page goes to the back or away. */
  async leave(forGood: boolean): Promise<void> {
    await this.saver.flush()
    if (forGood) this.saver.dispose()
  }

  change(fieldId: string, value: AnswerValue): void {
    const { materialId } = this.step() ?? {}
    const view = this.fields.find((candidate) => candidate.field.id === fieldId)
    if (materialId === undefined || view === undefined) return
    this.draft.set(materialId, fieldId, value)
    this.saver.touch()
    // A table shows its own rows: what it sent up is not sent down again, it may be hundreds.
    if (hasRows(view.field)) {
      this.fields = this.fields.map((field) => (field === view ? { ...field, value } : field))
      this.visit.alreadyShown({ fields: this.fields })
    }
    // Not while somebody types: writing the value back would move the caret.
    if (kindOf(view.field.type).control(view.field).typed !== true) this.render()
  }

  blur(fieldId: string): void {
    const { materialId } = this.step() ?? {}
    // The field in focus is left once more when its step has gone from the screen: that one is tidied already.
    const view = this.fields.find((candidate) => candidate.field.id === fieldId)
    if (materialId === undefined || view === undefined) return
    this.draft.tidy(materialId, fieldId)
    this.judging.judge(view.key)
    if (this.focusKey === view.key) this.focusKey = ''
    this.render()
  }

  /** The form that is on the screen. */
  get materialId(): string {
    return this.step()?.materialId ?? ''
  }

  /** Takes up what the import page left: the rows are saved like everything else that is filled in. */
  takeImported(): void {
    const imported = takeImportedRows(this.draft.id)
    if (!imported) return
    const { materialId, fieldId, rows, mode } = imported
    const before = mode === 'add' ? tableRowsOf(this.draft.value(materialId, fieldId)) : []
    this.draft.set(materialId, fieldId, [...before, ...rows])
    this.saver.touch()
    this.judging.judge(fieldKey(materialId, fieldId))
    this.render()
  }

  /** Opens a row of a table on the shown step, also one that was opened before. */
  openRow(fieldId: string, row: number): void {
    const { materialId } = this.step() ?? {}
    if (materialId === undefined) return
    const key = fieldKey(materialId, fieldId)
    for (const target of [-1, row]) {
      this.rowToOpen = { key, row: target }
      this.render()
    }
  }

  /** Leads to a field of the step: what is typed into takes the keyboard. */
  focusOn(fieldId: string): void {
    const { materialId } = this.step() ?? {}
    if (materialId === undefined) return
    // A field that had it before is asked anew.
    for (const key of ['', fieldKey(materialId, fieldId)]) {
      this.focusKey = key
      this.render()
    }
  }

  /** Of a correction: all fields, not only those that the office named. */
  showWhole(): void {
    this.tidyStep()
    this.path.showWhole()
    this.refill()
    this.judging.clear()
    this.render()
  }

  /** The steps with how far they are. */
  rows(): StepRow[] {
    return this.path.steps.map((step) => stepRow(this.draft, step))
  }

  /** Judges the step. true when nothing stands in the way of the next one. */
  check(): boolean {
    const step = this.step()
    if (!step) return true
    this.tidyStep()
    this.judging.judgeAll(step)
    this.render()
    return this.judging.listOf(step)
  }

  get isLastStep(): boolean {
    return this.path.index >= this.path.steps.length - 1
  }

  goToStep(index: number): void {
    this.tidyStep()
    if (!this.path.goTo(index)) return
    this.focusKey = ''
    this.refill()
    this.judging.clear()
    this.render()
  }

  /** Brings everything on the screen into its stored form. */
  private tidyStep(): void {
    const step = this.step()
    step?.fieldIds.forEach((id) => this.draft.tidy(step.materialId, id))
  }

  /** Shows the step that a place names. */
  goToPlace(place: NextPlace): void {
    this.goToStep(this.path.indexOf(place))
  }

  move(by: 1 | -1): void {
    this.goToStep(this.path.index + by)
  }

  /** Where the situation is changed; null for a correction, where it is settled. */
  situationPlace(): Routes['situation'] | null {
    const { filled } = this.draft
    if (filled.kind === 'correction') return null
    const { matterId, draftId, optionIds } = filled
    return { matterId, draftId, chosen: optionIds.join(',') }
  }

  /** true when the server has everything. */
  save(): Promise<boolean> {
    return this.saver.flush()
  }

  async resolve(choice: 'mine' | 'newest'): Promise<void> {
    const state = this.saver.current
    if (state.kind !== 'conflict') return
    const given = choice === 'newest' ? clashViews(this.draft, state.clashes) : []
    this.visit.show({ givenUp: given })
    await this.saver.resolve(choice)
    this.refill()
    this.render()
  }

  /** What the server has by now: changes that are not saved yet are, before anything else. */
  async takeUp(filled: Filled): Promise<void> {
    if (this.draft.hasChanges) {
      await this.saver.flush()
      return
    }
    this.saver.reportClashes(this.draft.rebase(filled))
    this.onSaveState(this.saver.current)
    this.render()
  }

  private async refresh(): Promise<void> {
    try {
      await this.takeUp((await this.source.open(this.draft.id)).filled)
    } catch {
      // The screen still shows what was loaded before; the next save tells when the network is gone.
    }
  }

  private step(): Step | undefined {
    return this.path.step
  }

  /** What is typed into a field right now is known to nobody: the next rendering fills in all of them. */
  private refill(): void {
    this.visit.alreadyShown({ fields: [] })
  }

  private render(): void {
    this.path.refresh()
    const step = this.step()
    this.fields = step
      ? fieldViews(this.draft, step, {
          judged: this.judging.keys,
          signatures: this.signatures.states,
          openRow: this.rowToOpen,
          focus: this.focusKey,
          before: this.submitted(step.materialId),
        })
      : []
    this.unfoldMoves()
    const heading = headingOf(this.draft, this.path)
    this.visit.show({ ...heading, prefill: this.prefill.view(step), fields: this.fields })
    if (step) this.judging.shorten(step)
  }

  /** Whoever stops here goes on here. A correction has no such place: its page tells what is to be done. */
  private noteStep(): void {
    const step = this.step()
    if (!step || this.draft.filled.kind === 'correction') return
    const { materialId, sectionId } = step
    const [at, steps] = [this.path.index + 1, this.path.steps.length + AFTER_THE_FORMS]
    notePlace(this.draft.id, {
      page: 'form',
      materialId,
      sectionId,
      step: at,
      steps,
      wrong: this.judging.hasFaults(this.path.steps),
    })
  }

  /** What was submitted of a form that is corrected. */
  private submitted(materialId: string): Answers | null {
    const { filled } = this.draft
    return filled.kind === 'correction' ? (filled.before?.[materialId] ?? null) : null
  }

  /** The office replaced a form while it was on the screen: that is said at once. */
  private unfoldMoves(): void {
    const newest = Math.max(0, ...(this.draft.filled.moves ?? []).map(({ madeVersion }) => madeVersion))
    if (newest > this.toldMove) this.visit.show({ movesOpen: isMoveFresh(this.draft, this.path.steps) })
    this.toldMove = newest
  }

  private onSaveState(state: SaveState): void {
    this.visit.show({
      save: saveText(state),
      clashes: state.kind === 'conflict' ? clashViews(this.draft, state.clashes) : [],
      newestAt: momentText(Date.parse(this.draft.filled.savedAt), Date.now()),
    })
    if (!this.merging || state.kind === 'saving') return
    this.merging = false
    this.render()
  }
}
