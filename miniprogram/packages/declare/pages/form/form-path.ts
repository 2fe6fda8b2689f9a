import type { Draft } from '../../draft/draft'
import { stepIndexOf, stepsOf, type Step } from '../../draft/form-steps'
import type { NextPlace } from '../../draft/next-place'

/** Key of the one step that stands for all while only named fields are shown. */
const NAMED = 'named'

/** The steps of a form page, and on which of them the applicant is. Steps come and go with the answers. */
export class FormPath {
  steps: readonly Step[]
  private key: string

  /** @param names fields that the office named, of one form: only these are shown at first */
  constructor(
    private readonly draft: Draft,
    place: Partial<NextPlace>,
    private names: readonly string[],
  ) {
    this.steps = this.now()
    const at = stepIndexOf(this.steps, names.length > 0 ? { ...place, fieldId: names[0] } : place)
    this.key = this.steps[at]?.key ?? ''
  }

  /** So many fields are shown, those that the office named; 0 = the whole form. */
  get named(): number {
    return this.names.length > 0 ? (this.step?.fieldIds.length ?? 0) : 0
  }

  /** Shows the whole form, at the step of what was shown before. */
  showWhole(): void {
    const { materialId, fieldIds = [] } = this.step ?? {}
    this.names = []
    this.refresh()
    this.key = this.steps[stepIndexOf(this.steps, { materialId, fieldId: fieldIds[0] })]?.key ?? ''
  }

  get index(): number {
    return Math.max(
      this.steps.findIndex(({ key }) => key === this.key),
      0,
    )
  }

  /** The step on the screen. */
  get step(): Step | undefined {
    return this.names.length > 0 ? this.namedStep() : this.steps[this.index]
  }

  /** The answers changed. */
  refresh(): void {
    this.steps = this.now()
  }

  /** false = there is no such step. */
  goTo(index: number): boolean {
    const step = this.steps[index]
    if (step) this.key = step.key
    return step !== undefined
  }

  indexOf(place: Partial<NextPlace>): number {
    return stepIndexOf(this.steps, place)
  }

  private now(): readonly Step[] {
    return stepsOf(this.draft)
  }

  /** The named fields that are shown; when none of them is, the whole step. */
  private namedStep(): Step | undefined {
    const step = this.steps[this.index]
    if (!step) return undefined
    const all = this.steps.filter(({ materialId }) => materialId === step.materialId)
    const fieldIds = all.flatMap((one) => one.fieldIds).filter((id) => this.names.includes(id))
    return fieldIds.length === 0 ? step : { ...step, key: NAMED, fieldIds }
  }
}
