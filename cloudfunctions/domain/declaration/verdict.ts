import { type FieldProblem } from '../../../miniprogram/shared/contract/reply'
import { type Problem } from '../../../miniprogram/shared/form'
import { judgeForms, type Verdict } from '../../../miniprogram/shared/judge'
import { type Profile } from '../../one-network/mappers/account'
import { type AttachmentRow } from '../../stores/attachments'
import { type DeclarationRow } from '../../stores/declarations'
import { openForms } from './form-rows'
import { groundsOf } from './grounds'

/** The server's opinion of a declaration; it counts, whatever the page found. @param now ms since the epoch */
export const judge = async (
  row: DeclarationRow,
  profile: Profile,
  attachments: readonly AttachmentRow[],
  now: number,
): Promise<Verdict> => judgeForms(await openForms(row), groundsOf(row, profile, attachments, now))

/** Of these the page says which character it is, and after which: words of the value, which no error carries. */
const QUOTING: readonly string[] = ['control', 'emoji']

const withoutValue = ({ code, message }: Problem): string =>
  QUOTING.includes(code) ? '这一项里有看不见的或印不出来的字，请打开表格，按这一项的提示修改' : message

/** What stands in the way of submitting, as fields of an INVALID_INPUT; empty = it may be sent. */
export function obstacles(verdict: Verdict): readonly FieldProblem[] {
  const fields = Object.entries(verdict.problems).flatMap(([materialId, problems]) =>
    problems
      .filter((problem) => problem.severity === 'error')
      .map((problem) => ({ field: `${materialId}.${problem.field}`, message: withoutValue(problem) })),
  )
  const materials = verdict.missingMaterials.map(({ materialId, name, have, need }) => ({
    field: materialId,
    message: `“${name}”需要 ${need} 个文件，已送达 ${have} 个`,
  }))
  const promised = verdict.barred === '' ? [] : [{ field: 'optionIds', message: verdict.barred }]
  return [...promised, ...fields, ...materials]
}
