import type { DraftCopy } from '../../../platform/storage'
import type { Attachment } from '../../../shared/domain/attachment'
import type { Declaration, DeclarationForm, FormPatch } from '../../../shared/domain/declaration'
import { normalizePatch, type Answers, type AnswerValue, type FormContext } from '../../../shared/form/index'
import { sameAnswer } from './same-answer'

/** A field that was changed here and elsewhere since both started from the same version. */
export interface Clash {
  readonly materialId: string
  readonly fieldId: string
  readonly mine: AnswerValue
  readonly newest: AnswerValue
}

type ByMaterial = Record<string, Record<string, AnswerValue>>

/**
 * A declaration while it is being filled: what the server has, and what was changed since. Holds every typed value
 * until the server has taken exactly that value.
 */
export class Draft {
  private changes: ByMaterial = {}
  /** Values that the server would not take (wrong shape): kept here, sent again only when they change. */
  private refused: ByMaterial = {}

  constructor(private current: Declaration) {}

  get declaration(): Declaration {
    return this.current
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

  /** Was the value filled in for the applicant and not changed since? */
  isPrefilled(materialId: string, fieldId: string): boolean {
    if (fieldId in (this.changes[materialId] ?? {})) return false
    return this.form(materialId)?.prefilled?.includes(fieldId) === true
  }

  set(materialId: string, fieldId: string, value: AnswerValue): void {
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

  /** Everything that the rules of a form read. */
  context(materialId: string): FormContext {
    const { facts, today } = this.current
    return { ...facts, form: this.answers(materialId), attachments: this.attachmentCounts(), today }
  }

  /** The changes that the server can take, form by form; empty when there is nothing to save. */
  patches(): FormPatch[] {
    return this.current.forms
      .map(({ materialId, schema }) => {
        const refused = this.refused[materialId] ?? {}
        const fresh = Object.entries(this.changes[materialId] ?? {}).filter(
          ([id, value]) => !(id in refused && sameAnswer(refused[id] ?? null, value)),
        )
        return { materialId, answers: normalizePatch(schema, Object.fromEntries(fresh)).answers }
      })
      .filter(({ answers }) => Object.keys(answers).length > 0)
  }

  /** The server has taken `patches`; what was typed meanwhile stays a change. */
  saved(patches: readonly FormPatch[], version: number, savedAt: string): void {
    for (const { materialId, answers } of patches) this.forget(materialId, answers)
    const forms = this.current.forms.map((form) => {
      const patch = patches.find(({ materialId }) => materialId === form.materialId)
      if (!patch) return form
      const prefilled = form.prefilled?.filter((id) => !(id in patch.answers))
      return { ...form, answers: { ...form.answers, ...patch.answers }, ...(prefilled ? { prefilled } : {}) }
    })
    this.current = { ...this.current, forms, version, savedAt }
  }

  /** The server refused these fields: they stay on the phone and are not sent again as they are. */
  refuse(materialId: string, fieldId: string): void {
    ;(this.refused[materialId] ??= {})[fieldId] = this.value(materialId, fieldId)
  }

  /** What must survive on the phone until it is saved. */
  copy(keptAt: number): DraftCopy {
    return { baseVersion: this.version, changes: this.changes, keptAt }
  }

  /** Takes up changes that an earlier visit could not save. Returns those that were changed elsewhere since. */
  restore(copy: DraftCopy): Clash[] {
    for (const [materialId, fields] of Object.entries(copy.changes)) {
      if (!this.form(materialId)) continue
      for (const [fieldId, value] of Object.entries(fields)) this.set(materialId, fieldId, value)
    }
    this.dropSaved()
    return copy.baseVersion === this.version ? [] : this.changedFields()
  }

  /** Goes on from the server's newest state with my changes on top. Returns the fields changed on both sides. */
  rebase(newest: Declaration): Clash[] {
    const before = this.current
    this.current = newest
    this.dropSaved()
    if (newest.version === before.version) return []
    return this.changedFields().filter(({ materialId, fieldId, newest: theirs }) => {
      const base = before.forms.find((form) => form.materialId === materialId)?.answers[fieldId] ?? null
      return !sameAnswer(base, theirs)
    })
  }

  /** Gives up my value of a field for the server's. */
  takeNewest({ materialId, fieldId }: Pick<Clash, 'materialId' | 'fieldId'>): void {
    delete this.changes[materialId]?.[fieldId]
  }

  /** A file changed in the ledger (a signature). */
  setAttachment(attachment: Attachment): void {
    const others = this.current.attachments.filter(({ attachmentId }) => attachmentId !== attachment.attachmentId)
    this.current = { ...this.current, attachments: [...others, attachment] }
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

  private forget(materialId: string, answers: Answers): void {
    const changed = this.changes[materialId]
    const schema = this.form(materialId)?.schema
    if (!changed || !schema) return
    for (const [fieldId, sent] of Object.entries(answers)) {
      const now = normalizePatch(schema, { [fieldId]: changed[fieldId] ?? null }).answers[fieldId]
      if (now !== undefined && sameAnswer(now, sent)) delete changed[fieldId]
    }
  }

  /** A change that the server already has is none (its answer got lost, or both sides typed the same). */
  private dropSaved(): void {
    for (const { materialId, answers } of this.current.forms) {
      const same = Object.fromEntries(
        Object.entries(this.changes[materialId] ?? {})
          .map(([id]) => [id, answers[id] ?? null] as const)
          .filter(([id, theirs]) => sameAnswer(this.changes[materialId]?.[id] ?? null, theirs)),
      )
      this.forget(materialId, same)
    }
  }

  /** Material key → number of delivered files; the rules know materials by the matter's own words. */
  private attachmentCounts(): Record<string, number> {
    const counts: Record<string, number> = {}
    for (const key of Object.values(this.current.facts.materialKeys)) counts[key] = 0
    for (const { materialId, fieldId, state } of this.current.attachments) {
      const key = this.current.facts.materialKeys[materialId]
      if (key !== undefined && fieldId === undefined && state === 'delivered') counts[key] = (counts[key] ?? 0) + 1
    }
    return counts
  }
}
