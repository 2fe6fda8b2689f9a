import type { AnswerValue, Offer } from '../../../shared/form/index'
import { isFilled, sameAnswer, visibleForm } from '../../../shared/form/index'
import type { Draft } from './draft'
import type { Step } from './form-steps'

/** A value that can be taken into a field. */
export interface OpenOffer {
  readonly materialId: string
  readonly fieldId: string
  readonly offer: Offer
}

/**
 * The offers of a form that can be taken now: the field is shown, and empty or still at its default. What the applicant
 * typed is never offered away.
 */
function openOffersOf(draft: Draft, materialId: string): OpenOffer[] {
  const form = draft.form(materialId)
  if (!form?.offers) return []
  const { offers } = form
  const answers = draft.answers(materialId)
  const origins = draft.origins(materialId)
  const isFree = (fieldId: string, offer: Offer): boolean => {
    const value = answers[fieldId] ?? null
    return !isFilled(value) || (origins[fieldId]?.source === 'default' && !sameAnswer(value, offer.value))
  }
  return visibleForm(form.schema, draft.context(materialId)).fields.flatMap((field) => {
    const offer = offers[field.id]
    return offer && field.readonly !== true && isFree(field.id, offer) ? [{ materialId, fieldId: field.id, offer }] : []
  })
}

/** The offers of all forms that can be taken now. */
export const openOffers = (draft: Draft): OpenOffer[] =>
  draft.askedForms().flatMap(({ materialId }) => openOffersOf(draft, materialId))

/** A step, for what stands on it. */
type Place = Pick<Step, 'materialId' | 'fieldIds'>

/** Is the field one of the step's? */
export const isOn =
  (step: Place) =>
  ({ materialId, fieldId }: Pick<OpenOffer, 'materialId' | 'fieldId'>): boolean =>
    materialId === step.materialId && step.fieldIds.includes(fieldId)

interface Taken {
  readonly materialId: string
  readonly fieldId: string
  readonly before: AnswerValue
  readonly value: AnswerValue
}

/** The offers that were taken during this visit, so that they can be given back. */
export class TakenOffers {
  private list: readonly Taken[] = []

  constructor(private readonly draft: Draft) {}

  /** How many of this step still stand as they were taken. */
  countOn(step: Place): number {
    return this.standing().filter(isOn(step)).length
  }

  take({ materialId, fieldId, offer }: OpenOffer): void {
    const before = this.draft.value(materialId, fieldId)
    this.draft.set(materialId, fieldId, offer.value)
    const others = this.list.filter((it) => it.materialId !== materialId || it.fieldId !== fieldId)
    this.list = [...others, { materialId, fieldId, before, value: offer.value }]
  }

  /** Takes whatever is offered; a value may bring further fields into sight, whose offers are taken too. */
  takeAll(): void {
    for (let open = openOffers(this.draft); open.length > 0; open = openOffers(this.draft)) {
      for (const offer of open) this.take(offer)
    }
  }

  /** Brings back what stood on this step before; what was changed since stays, and so does what is out of sight. */
  undo(step: Place): void {
    const here = isOn(step)
    for (const { materialId, fieldId, before } of this.standing().filter(here)) {
      this.draft.set(materialId, fieldId, before)
    }
    this.list = this.list.filter((taken) => !here(taken))
  }

  private standing(): readonly Taken[] {
    return this.list.filter(({ materialId, fieldId, value }) =>
      sameAnswer(this.draft.value(materialId, fieldId), value),
    )
  }
}
