import { fieldsOf, holdsFiles, sameAnswer, situationValues } from '../../../miniprogram/shared/form'
import { invalidInput } from '../../kernel/errors'
import { type PatchedForm } from '../declaration/patched-forms'

/**
 * What a correction cannot change: the situation, from which the case's materials followed, and signatures, for which the
 * provider has no function once a declaration is submitted (#7 takes drafts only).
 */
export function requireSettled(
  patched: readonly PatchedForm[],
  situation: Readonly<Record<string, readonly string[]>>,
): void {
  const fields = patched.flatMap(({ form, answers, touched }) => {
    const decided = situationValues(form.schema, situation)
    const signed = new Set(
      fieldsOf(form.schema)
        .filter(holdsFiles)
        .map(({ id }) => id),
    )
    const isSettled = (id: string): boolean => id in decided || signed.has(id)
    return touched
      .filter((id) => isSettled(id) && !sameAnswer(answers[id] ?? null, form.answers[id] ?? null))
      .map((id) => ({ field: `${form.row.materialId}.${id}`, message: '补正时不能改这一项，要改请到窗口办理' }))
  })
  if (fields.length) throw invalidInput('correction of what is settled', { fields })
}
