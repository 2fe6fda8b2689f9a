import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { defineAction } from '../../kernel/define-action'
import { AppError } from '../../kernel/errors'
import { nothing } from '../../kernel/inputs'
import { loadable } from '../../kernel/loadable'
import { readCreditRecords } from '../../one-network/resources/prefill'
import { requireAccount } from '../../domain/account/identity'
import { sessionOf } from '../../domain/account/session'

/** The credit service has fifteen seconds (contract #10). */
const BUDGET_MS = 18_000

/** The contract lets an account be without one (#17 UserInfo.uscc). */
const NO_CODE = '市一网通的账号资料里没有统一社会信用代码，查不到信用信息。请先在市一网通补全企业资料，再回来重新登录'

/**
 * What the credit service says of the caller's own enterprise (#10), asked anew each time and kept nowhere. The page
 * names no enterprise: the contract would let anybody be looked up. FORBIDDEN for a person, and for an
 * enterprise whose account has no code.
 */
export const openCredit = defineAction(
  'credit.open',
  nothing,
  async (_input, context) => {
    const { view, active } = await requireAccount(context)
    const { uscc, subjectType } = active.profile
    if (uscc === undefined) {
      const userMessage = subjectType === 'enterprise' ? NO_CODE : '信用信息只能用企业身份查看，请在“我的”里切换身份'
      throw new AppError('FORBIDDEN', 'no credit code to ask by', { userMessage })
    }
    const report = await loadable(readCreditRecords(sessionOf(active.bindingId, context), uscc), context)
    const askedAt = toBeijingTime(context.now())
    return { account: view, report: report.ok ? { ok: true, value: { askedAt, records: report.value } } : report }
  },
  BUDGET_MS,
)
