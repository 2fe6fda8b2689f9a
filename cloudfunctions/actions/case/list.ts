import * as v from 'valibot'
import { CASE_CATEGORIES } from '../../../miniprogram/shared/domain/case'
import { defineAction } from '../../kernel/define-action'
import { countCases, listCases as listCasesOf } from '../../one-network/resources/cases'
import { listUnfinished } from '../../stores/declarations'
import { requireAccount } from '../../domain/account/identity'
import { sessionOf } from '../../domain/account/session'
import { withWorkingDays } from '../../domain/case/turns'
import { toBrief } from '../../domain/declaration/view'

const LISTS = CASE_CATEGORIES.map(({ category }) => category)

const input = v.object({
  category: v.picklist(LISTS),
  pageNo: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
})

const PAGE_SIZE = 20

/** One of the four lists (#19), all counts (#18), and what is not submitted yet, read at the same time. */
export const listCases = defineAction('case.list', input, async ({ category, pageNo }, context) => {
  const { view, active } = await requireAccount(context)
  const { bindingId } = active
  const [counts, page, unfinished] = await Promise.all([
    countCases(sessionOf(bindingId, context)),
    listCasesOf(sessionOf(bindingId, context), category, pageNo, PAGE_SIZE),
    listUnfinished(active),
  ])
  const rows = page.rows.map((row) => withWorkingDays(row, context.now()))
  return { account: view, counts, page: { ...page, rows }, unfinished: unfinished.map(toBrief) }
})
