import type { Draft } from '../../draft/draft'
import { fieldKey } from '../../draft/form-view'
import type { Step } from '../../draft/form-steps'
import type { ProblemView } from './form-data'
import { stepProblems } from './form-screen'

/** The list of problems above a step, as the page binds it. */
interface ProblemList {
  readonly problems: readonly ProblemView[]
  /** There were some, and all are mended. */
  readonly mended: boolean
}

/** Which fields of a form page are judged (left, or asked for by 下一步), and the problems that are listed above the step. */
export class Judging {
  private readonly judged = new Set<string>()
  private listed: readonly ProblemView[] = []

  constructor(
    private readonly draft: Draft,
    private readonly show: (list: ProblemList) => void,
  ) {}

  /** As `FieldView.key`. */
  get keys(): ReadonlySet<string> {
    return this.judged
  }

  judge(key: string): void {
    this.judged.add(key)
  }

  judgeAll({ materialId, fieldIds }: Step): void {
    fieldIds.forEach((id) => this.judge(fieldKey(materialId, id)))
  }

  /** Lists what is wrong on the step. true when nothing is. */
  listOf(step: Step): boolean {
    this.list(stepProblems(this.draft, step))
    return this.listed.length === 0
  }

  /** Another step is on the screen: it has not been judged. */
  clear(): void {
    this.list([])
  }

  /** What was mended leaves the list at once; what is new waits until they are all mended, or the step is judged again. */
  shorten(step: Step): void {
    if (this.listed.length === 0) return
    const open = stepProblems(this.draft, step)
    const left = this.listed.filter(({ key }) => open.some((problem) => problem.key === key))
    // Nothing is mended as long as something else is wrong, e.g. in rows that came from a file meanwhile.
    if (left.length === 0) this.list(open, open.length === 0)
    else if (left.length < this.listed.length) this.list(left)
  }

  /** Something that was judged stands wrong, on whatever step. */
  hasFaults(steps: readonly Step[]): boolean {
    return steps.some((step) =>
      stepProblems(this.draft, step).some(({ fieldId }) => this.judged.has(fieldKey(step.materialId, fieldId))),
    )
  }

  private list(problems: readonly ProblemView[], mended = false): void {
    this.listed = problems
    this.show({ problems, mended })
  }
}
