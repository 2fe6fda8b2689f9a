import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { AppError } from '../../kernel/errors'
import { optionIds, ourId, version } from '../../kernel/inputs'
import { checkOptions } from '../../domain/matter/options'
import { requireDeclaration, requireEditable, staleVersion } from '../../domain/declaration/access'
import { otherDraft, sameOptions } from '../../domain/declaration/situation/other-draft'
import { claimChange, sendChange, writeDownChange } from '../../domain/declaration/situation/change'

const input = v.object({ draftId: ourId, version, optionIds })

const BUDGET_MS = 28_000
/**
 * Changes the situation of a draft, at the provider (#16 with declareNo) and here. What still fits stays; forms that are
 * not needed any more are put aside and come back with their situation; files stay in the ledger and do not count.
 * Repeating it is harmless: while the result of a change is not written down, the same change has the same requestNo.
 */
export const changeSituation = defineAction(
  'declaration.changeSituation',
  input,
  async ({ draftId, version: shown, optionIds: wanted }, context) => {
    const own = await requireDeclaration(draftId, context)
    const { active, row } = own
    requireEditable(row)
    const chosen = await checkOptions(row.matterId, wanted, context)
    if (sameOptions(chosen, row.optionIds) && row.situationNo === '')
      return { version: row.version, savedAt: row.savedAt }
    if (row.version !== shown) throw staleVersion(row.version)
    if (await otherDraft(active, row, chosen)) throw alreadyOpen()

    const isRepeated = row.situationNo !== '' && sameOptions(row.situationOptionIds, chosen)
    const claim = await claimChange(row, chosen, isRepeated, context.deadline)
    try {
      const opened = await sendChange(claim, isRepeated, active, context)
      return await writeDownChange(own, claim, opened, context)
    } finally {
      await claim.leave()
    }
  },
  BUDGET_MS,
)

const alreadyOpen = () =>
  new AppError('CONFLICT', 'another draft has this situation', {
    userMessage: '您已有一份同样情形的草稿，不能改成一样的；请先去填写或删除那一份',
  })
