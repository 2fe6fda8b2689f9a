import { toItemBrief } from '../catalogue/item-wire'
import { pageOf, type PageRequest } from '../catalogue/page'
import { searchCatalogue } from '../catalogue/search'
import { invalid } from '../protocol/errors'
import { defineFunction } from './define'

interface Request extends PageRequest {
  readonly keyword: string
  readonly subjectType?: 'person' | 'enterprise'
}

/** #35 查找事项: by name and short name; blanks around the keyword do not count. */
export const searchItems = defineFunction<Request>(35, ({ platform }, request) => {
  const keyword = request.keyword.trim()
  if (keyword === '') throw invalid('keyword', '不能为空')
  const fitting = platform.catalogue.items.filter(
    ({ subjectTypes }) => request.subjectType === undefined || subjectTypes.includes(request.subjectType),
  )
  return pageOf(searchCatalogue(fitting, keyword).map(toItemBrief), request)
})
