import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { defineAction } from '../../kernel/define-action'
import { AppError } from '../../kernel/errors'
import { nothing } from '../../kernel/inputs'
import { loadable } from '../../kernel/loadable'
import { readCreditRecords } from '../../one-network/resources/prefill'
import { requireAccount } from '../account/identity'
import { withUserToken } from '../account/session'

/** The credit service has fifteen seconds (contract #10). */
const BUDGET_MS = 18_000

/**
 * What the credit service says of the caller's own enterprise (#10), asked anew each time and kept nowhere. The page
 * names no enterprise: the contract would let anybody be looked up. FORBIDDEN for a person.
 */
export const openCredit = defineAction(
  'credit.open',
  nothing,
  async (_input, context) => {
    const { view, active } = await requireAccount(context)
    const { uscc } = active.profile
    if (uscc === undefined) {
      const userMessage = '信用信息只能用企业身份查看'
      throw new AppError('FORBIDDEN', 'a person has no enterprise credit', { userMessage })
    }
    const report = await loadable(
      withUserToken(active.bindingId, context, (token) => readCreditRecords(uscc, token, context)),
      context,
    )
    const askedAt = toBeijingTime(context.now())
    return { account: view, report: report.ok ? { ok: true, value: { askedAt, records: report.value } } : report }
  },
  { budgetMs: BUDGET_MS },
)
