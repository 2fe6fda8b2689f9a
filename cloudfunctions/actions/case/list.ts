import * as v from 'valibot'
import { CASE_CATEGORIES } from '../../../miniprogram/shared/domain/case'
import { defineAction } from '../../kernel/define-action'
import { listUnfinished } from '../../stores/declarations'
import { requireAccount } from '../../domain/account/identity'
import { sessionOf } from '../../domain/account/session'
import { listsOf } from '../../domain/case/lists'
import { withSituations } from '../../domain/case/situations'
import { withWorkingDays } from '../../domain/case/turns'
import { toBrief } from '../../domain/declaration/view'

const input = v.object({
  category: v.optional(v.picklist(CASE_CATEGORIES.map(({ category }) => category))),
  pageNo: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
  partly: v.optional(v.boolean()),
})

/** One of the four lists (#19), all counts (#18), and what is not submitted yet, read at the same time. */
export const listCases = defineAction('case.list', input, async (wanted, context) => {
  const { view, active } = await requireAccount(context)
  const [lists, unfinished] = await Promise.all([
    listsOf(sessionOf(active.bindingId, context), wanted, context),
    listUnfinished(active),
  ])
  const { page } = lists
  const rows = (await withSituations(page.rows, active)).map((row) => withWorkingDays(row, context.now()))
  return { account: view, ...lists, page: { ...page, rows }, unfinished: unfinished.map(toBrief) }
})
