import * as v from 'valibot'
import { type Correction } from '../../../miniprogram/shared/domain/supplement'
import { calendarAround } from '../../calendar/working-days'
import { defineAction } from '../../kernel/define-action'
import { ourId } from '../../kernel/inputs'
import { type SupplementRow } from '../../stores/supplements'
import { type OpenForm, openForms, toJudgedForm } from '../../domain/declaration/form-rows'
import { beforeOf } from '../../domain/supplement/forms'
import { requireSupplement } from '../../domain/supplement/access'
import { groundsOfRound, type RoundGrounds } from '../../domain/supplement/grounds'

/** The forms of a round, as the form page fills them in. */
export const openSupplementForm = defineAction(
  'supplement.openForm',
  v.object({ supplementId: ourId }),
  async ({ supplementId }, context) => {
    const { view, active, row } = await requireSupplement(supplementId, context)
    const [forms, grounds] = await Promise.all([openForms(row), groundsOfRound(row, active, context.now())])
    return { account: view, correction: toCorrection(row, forms, grounds) }
  },
)

function toCorrection(
  row: SupplementRow,
  forms: readonly OpenForm[],
  { grounds: { facts, today } }: RoundGrounds,
): Correction {
  const { _id, asked, state, version, savedAt, fileCounts } = row
  return {
    kind: 'correction',
    supplementId: _id,
    name: asked.items.find(({ kind }) => kind === 'form')?.name ?? '',
    state,
    version,
    savedAt,
    forms: forms.map(toJudgedForm),
    reasons: Object.fromEntries(asked.items.map(({ materialId, reason }) => [materialId, reason])),
    before: beforeOf(row),
    facts,
    fileCounts,
    calendar: calendarAround(today),
    today,
  }
}
