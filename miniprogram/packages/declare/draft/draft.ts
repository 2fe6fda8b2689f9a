import type { DraftCopy } from '../../../platform/storage'
import { letterField } from '../../../shared/domain/agent'
import type { Attachment } from '../../../shared/domain/attachment'
import type { DeclarationForm, FormPatch } from '../../../shared/domain/declaration'
import {
  applyPatch,
  normalizePatch,
  originsAfter,
  sameAnswer,
  type Answers,
  type AnswerValue,
  type FormContext,
  type FormSchema,
  type Problem,
  type SetAside,
  type ValueOrigin,
} from '../../../shared/form/index'
import {
  askedOf,
  contextOf,
  problemsAround,
  problemsOf,
  type Grounds,
  type JudgedForm,
} from '../../../shared/judge/index'
import { fieldDigest, isKnown, type FieldDigest } from './field-digest'
import { idOf, type Filled } from './filled'
import { groundsOf } from './grounds'
import { formBefore, movedChanges } from './moved-changes'
import { patchOf } from './form-patch'

/** A field that was changed here and elsewhere since both started from the same version. */
export interface Clash {
  readonly materialId: string
  readonly fieldId: string
  readonly mine: AnswerValue
  readonly newest: AnswerValue
}

type ByMaterial = Record<string, Record<string, AnswerValue>>

interface Refusal {
  readonly value: AnswerValue
  readonly message: string
}

/**
 * A declaration, or the correction of one, while it is being filled: what the server has, and what was changed since. Holds every typed value
 * until the server has taken exactly that value.
 */
export class Draft {
  private changes: ByMaterial = {}
  /** Values that the server would not take: kept here with its reason, sent again only when they change. */
  private refused: Record<string, Record<string, Refusal>> = {}
  /** What was typed in a form that the office has replaced since, and has no place in the new one. */
  private left: Record<string, readonly SetAside[]> = {}
  /** What was sent and not answered yet: finding it on the server is no change made elsewhere. */
  private sent: FieldDigest[] = []

  constructor(private current: Filled) {}

  get filled(): Filled {
    return this.current
  }

  get id(): string {
    return idOf(this.current)
  }

  get version(): number {
    return this.current.version
  }

  /** Fields that the server does not have as they are here. */
  get changeCount(): number {
    return Object.values(this.changes).reduce((count, fields) => count + Object.keys(fields).length, 0)
  }

  get hasChanges(): boolean {
    return this.changeCount > 0
  }

  form(materialId: string): DeclarationForm | undefined {
    return this.current.forms.find((form) => form.materialId === materialId)
  }

  answers(materialId: string): Answers {
    return { ...this.form(materialId)?.answers, ...this.changes[materialId] }
  }

  value(materialId: string, fieldId: string): AnswerValue {
    return this.answers(materialId)[fieldId] ?? null
  }

  /** Field id → where the standing value came from; only of values that the applicant did not type. */
  origins(materialId: string): Readonly<Record<string, ValueOrigin>> {
    const form = this.form(materialId)
    return form ? originsAfter(form, this.answers(materialId)) : {}
  }

  /**
   * Changes a field. An authorization letter that says the same about the agent, or nothing yet, follows the declaration
   * form: nobody types the agent twice, and the two never part unless somebody wants it.
   */
  set(materialId: string, fieldId: string, value: AnswerValue): void {
    const twin = letterField(this.filledForms(), materialId, fieldId)
    if (twin) {
      const said = this.value(twin.materialId, twin.fieldId)
      const follows = said === null || sameAnswer(said, this.value(materialId, fieldId))
      if (follows) this.put(twin.materialId, twin.fieldId, value)
    }
    this.put(materialId, fieldId, value)
  }

  /** The forms that are asked for, as far as they are filled in now. */
  askedForms(): readonly DeclarationForm[] {
    const { forms } = this.current
    const asked = askedOf(this.filledForms(), this.grounds).map(({ materialId }) => materialId)
    return forms.filter(({ materialId }) => asked.includes(materialId))
  }

  /** All forms with what they say now. */
  filledForms(): readonly JudgedForm[] {
    return this.current.forms.map((form) => this.filledForm(form))
  }

  /** What is wrong with a form beyond its own rules: other agents than in the letter, another promise than was made. */
  problemsAround(materialId: string): readonly Problem[] {
    const form = this.form(materialId)
    return form ? problemsAround(this.filledForm(form), this.filledForms(), this.grounds) : []
  }

  private filledForm({ materialId, schema }: DeclarationForm): JudgedForm {
    return { materialId, schema, answers: this.answers(materialId) }
  }

  private put(materialId: string, fieldId: string, value: AnswerValue): void {
    ;(this.changes[materialId] ??= {})[fieldId] = value
  }

  /** Brings a value into its stored form (half-width digits, no blanks); one of the wrong shape stays as typed. */
  tidy(materialId: string, fieldId: string): void {
    const changed = this.changes[materialId]
    const schema = this.form(materialId)?.schema
    if (!schema || !changed || !(fieldId in changed)) return
    const { answers } = normalizePatch(schema, { [fieldId]: changed[fieldId] })
    const tidied = answers[fieldId]
    if (tidied !== undefined) changed[fieldId] = tidied
  }

  /** Everything that is wrong with a form, as the server will find it too. */
  problems(materialId: string): readonly Problem[] {
    const form = this.form(materialId)
    return form ? problemsOf(this.filledForm(form), this.filledForms(), this.grounds) : []
  }

  /** Everything that the rules of a form read. */
  context(materialId: string): FormContext {
    return contextOf(this.answers(materialId), this.grounds)
  }

  /** What all forms are judged by. */
  get grounds(): Grounds {
    return groundsOf(this.current)
  }

  /** The changes that the server can take, form by form, of tables only the rows; empty when there is nothing to save. */
  patches(): FormPatch[] {
    return this.current.forms.flatMap((form) => {
      const { materialId, schema } = form
      const fresh = Object.entries(this.changes[materialId] ?? {}).filter(
        ([id, value]) => !this.isRefused(materialId, id, value),
      )
      const { answers } = normalizePatch(schema, Object.fromEntries(fresh))
      const patch = patchOf(form, answers)
      return patch ? [patch] : []
    })
  }

  /** `patches` are about to be sent: their answer may be lost, and typing may go on. */
  sending(patches: readonly FormPatch[]): void {
    for (const patch of patches) {
      const form = this.form(patch.materialId)
      if (!form) continue
      const { answers } = applyPatch(form.schema, form.answers, patch)
      for (const fieldId of [...Object.keys(patch.answers), ...Object.keys(patch.rows ?? {})]) {
        this.sent.push(fieldDigest(patch.materialId, fieldId, answers[fieldId] ?? null))
      }
    }
  }

  /** The server has taken `patches`; what was typed meanwhile stays a change. */
  saved(patches: readonly FormPatch[], version: number, savedAt: string): void {
    const forms = this.current.forms.map((form) => {
      const patch = patches.find(({ materialId }) => materialId === form.materialId)
      if (!patch) return form
      const { answers } = applyPatch(form.schema, form.answers, patch)
      return { ...form, answers, origins: originsAfter(form, answers) }
    })
    this.current = { ...this.current, forms, version, savedAt }
    this.sent = []
    this.dropSaved()
  }

  /** The server refused a field: its value stays on the phone and is not sent again as it is. */
  refuse(materialId: string, fieldId: string, message: string): void {
    const value = this.value(materialId, fieldId)
    ;(this.refused[materialId] ??= {})[fieldId] = { value, message }
  }

  /** Why the server did not take the value that the field has now; '' = it did, or was not asked yet. */
  refusalOf(materialId: string, fieldId: string): string {
    const value = this.changes[materialId]?.[fieldId]
    if (value === undefined || !this.isRefused(materialId, fieldId, value)) return ''
    return this.refused[materialId]?.[fieldId]?.message ?? ''
  }

  /** What must survive on the phone until it is saved. */
  copy(keptAt: number): DraftCopy {
    const bases = this.changedFields().map(({ materialId, fieldId, newest }) =>
      fieldDigest(materialId, fieldId, newest),
    )
    return { baseVersion: this.version, changes: this.changes, bases: [...bases, ...this.sent], keptAt }
  }

  /** Takes up changes that an earlier visit could not save. Returns those fields that were changed elsewhere since. */
  restore(copy: DraftCopy): Clash[] {
    for (const [materialId, fields] of Object.entries(copy.changes)) {
      if (!this.form(materialId)) continue
      for (const [fieldId, value] of Object.entries(fields)) this.put(materialId, fieldId, value)
    }
    for (const move of this.current.moves ?? []) {
      const schema = this.form(move.materialId)?.schema
      if (schema && copy.baseVersion < move.madeVersion) this.moveChanges(formBefore(schema, move), move.materialId)
    }
    this.dropSaved()
    if (copy.baseVersion === this.version) return []
    return this.changedFields().filter((changed) => !isKnown(copy.bases ?? [], changed))
  }

  /** Goes on from the server's newest state with my changes on top. Returns the fields changed on both sides. */
  rebase(newest: Filled): Clash[] {
    const { current: before, sent } = this
    this.current = newest
    this.sent = []
    for (const { materialId, schema } of before.forms) {
      if (schema.version !== this.form(materialId)?.schema.version) this.moveChanges(schema, materialId)
    }
    this.dropSaved()
    if (newest.version === before.version) return []
    return this.changedFields().filter((changed) => {
      const { materialId, fieldId } = changed
      const base = before.forms.find((form) => form.materialId === materialId)?.answers[fieldId] ?? null
      return !sameAnswer(base, changed.newest) && !isKnown(sent, changed)
    })
  }

  /** Gives up my value of a field for the server's. */
  takeNewest({ materialId, fieldId }: Pick<Clash, 'materialId' | 'fieldId'>): void {
    delete this.changes[materialId]?.[fieldId]
  }

  /** What was typed in the version before and has no place in a form any more; it is not sent. */
  leftOf(materialId: string): readonly SetAside[] {
    return this.left[materialId] ?? []
  }

  /** A file changed in the ledger (a signature). */
  setAttachment(attachment: Attachment): void {
    // The signatures of a correction are settled.
    if (this.current.kind === 'correction') return
    const others = this.current.attachments.filter(({ attachmentId }) => attachmentId !== attachment.attachmentId)
    this.current = { ...this.current, attachments: [...others, attachment] }
  }

  /** A change that the server already has is none: it was saved, undone, or typed on both sides. */
  dropSaved(): void {
    for (const { materialId, schema, answers } of this.current.forms) {
      const changed = this.changes[materialId] ?? {}
      for (const [fieldId, tidied] of Object.entries(normalizePatch(schema, changed).answers)) {
        if (sameAnswer(tidied, answers[fieldId] ?? null)) delete changed[fieldId]
      }
    }
  }

  /** Changes that were made in another version of a form. */
  private moveChanges(from: FormSchema, materialId: string): void {
    const to = this.form(materialId)?.schema
    const changes = this.changes[materialId]
    if (!to || !changes) return
    const { kept, left } = movedChanges(from, to, changes)
    this.changes[materialId] = kept
    this.left[materialId] = [...this.leftOf(materialId), ...left]
  }

  private changedFields(): Clash[] {
    return Object.entries(this.changes).flatMap(([materialId, fields]) =>
      Object.entries(fields).map(([fieldId, mine]) => ({
        materialId,
        fieldId,
        mine,
        newest: this.form(materialId)?.answers[fieldId] ?? null,
      })),
    )
  }

  private isRefused(materialId: string, fieldId: string, value: AnswerValue): boolean {
    const refusal = this.refused[materialId]?.[fieldId]
    return refusal !== undefined && sameAnswer(refusal.value, value)
  }
}
