import {
  blockedOption,
  nextSituation,
  pruneOptions,
  situationsComplete,
} from '../../../miniprogram/shared/domain/situation'
import { type CallBudget } from '../../kernel/context'
import { AppError, invalidInput } from '../../kernel/errors'
import { loadSituations } from './catalogue'

/**
 * Checks what was chosen in the situation guide, with the rules that the page uses too. Resolves with the options that
 * count, in the order of the questions. INVALID_INPUT when a required question is open; FORBIDDEN, with the
 * provider's reason, when an option cannot be filed online.
 */
export async function checkOptions(
  matterId: string,
  optionIds: readonly string[],
  budget: CallBudget,
): Promise<readonly string[]> {
  const situations = await loadSituations(matterId, budget)
  const blocked = blockedOption(situations, optionIds)
  if (blocked) {
    const userMessage = blocked.blockedBecause ?? '选择此项不能网上办理，请改选，或到窗口办理'
    throw new AppError('FORBIDDEN', 'option cannot be filed online', { userMessage })
  }
  if (!situationsComplete(situations, optionIds)) {
    const open = nextSituation(situations, optionIds, true)
    throw invalidInput('situations are not complete', {
      userMessage: '还有办理情形没有选择，请补上',
      fields: open ? [{ field: open.situationId, message: `请选择：${open.question}` }] : [],
    })
  }
  return pruneOptions(situations, optionIds)
}
