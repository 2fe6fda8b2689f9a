import * as v from 'valibot'
import { keywordOf } from '../../../miniprogram/shared/domain/search/letters'
import { defineAction } from '../../kernel/define-action'
import { subjectType } from '../../kernel/inputs'
import * as items from '../../one-network/resources/items'
import { isFileable, withNames } from '../../domain/matter/catalogue'

/** More than the catalogue has: one page is all of them. */
const PAGE_SIZE = 50

const input = v.object({
  keyword: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(50)),
  subjectType: v.optional(subjectType),
})

/** What the provider finds for a keyword (#35) in simplified characters without punctuation, its best first. */
export const searchMatters = defineAction('matter.search', input, async (query, context) => {
  const keyword = keywordOf(query.keyword)
  // Signs alone: nothing to ask for.
  if (keyword === '') return { matters: [] }
  const { rows } = await items.searchMatters({ ...query, keyword, pageNo: 1, pageSize: PAGE_SIZE }, context, isFileable)
  return { matters: rows.map(withNames) }
})
