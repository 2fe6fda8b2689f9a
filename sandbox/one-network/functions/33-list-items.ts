import { toItemBrief } from '../catalogue/item-wire'
import { pageOf, type PageRequest } from '../catalogue/page'
import { defineFunction } from './define'

interface Request extends PageRequest {
  readonly subjectType?: string
  readonly departmentCode?: string
  readonly themeCode?: string
}

/** #33 获取事项列表. */
export const listItems = defineFunction<Request>(33, ({ platform }, request) => {
  const rows = platform.catalogue.items
    .map(toItemBrief)
    .filter(
      (brief) =>
        (request.subjectType === undefined || brief.subjectTypes.split(',').includes(request.subjectType)) &&
        (request.departmentCode === undefined || brief.departmentCode === request.departmentCode) &&
        (request.themeCode === undefined || brief.themeCode === request.themeCode),
    )
  return pageOf(rows, request)
})
