import { isUnchanged, type SupplementItem } from '../domain/supplement'

/**
 * Why an item is not answered yet, in the citizen's words and without its name; '' = it is.
 * @param remark what the citizen says to the office about the round: a form without changes needs it
 */
export function lackOf(item: SupplementItem, remark: string): string {
  const { kind, files, others, form } = item
  if (kind === 'form') {
    if (form === undefined) return '原来填的内容暂时没有取到，请点上面的“刷新”再试'
    if (form.obstacle !== '') return form.obstacle
    if (form.problems > 0) return `还有 ${form.problems} 处没有填对`
    return isUnchanged(item) && remark.trim() === '' ? '还没有修改' : ''
  }
  const begun = files.filter(({ state }) => state !== 'refused')
  if (begun.some(({ state }) => state !== 'delivered')) return '有文件没有送达'
  return begun.length + others.length > 0 ? '' : '还没有上传新文件'
}

/** The same with the item's name, for where the item does not stand beside it; '' = it is answered. */
export function lackSentence(item: SupplementItem, remark: string): string {
  const lack = lackOf(item, remark)
  if (lack === '') return ''
  return item.kind === 'form' ? `《${item.name}》${lack}` : `“${item.name}”${lack}`
}

export const isAnswered = (item: SupplementItem, remark: string): boolean => lackOf(item, remark) === ''
