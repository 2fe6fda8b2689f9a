import * as v from 'valibot'
import { MOST_PAGES } from '../../domain/case/newest-cases'
import { documentsOfCases } from '../../domain/case/documents'
import { requireAccount } from '../../domain/account/identity'
import { defineAction } from '../../kernel/define-action'

const input = v.object({ pageNo: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_PAGES)) })

/**
 * What the office issued in the cases of the active identity, asked anew each time (#19, #27): nothing of it is kept here.
 * A case whose progress cannot be read now says so; the others are shown.
 */
export const listDocuments = defineAction('document.list', input, async ({ pageNo }, context) => {
  const { view, active } = await requireAccount(context)
  return { account: view, ...(await documentsOfCases(pageNo, active, context)) }
})
