import { confirm } from '../../../../platform/feedback'
import { didNotCome, type MaterialView } from '../../upload/material-view'

/** So many names are said; a dialog has room for a few lines. */
const NAMED = 3

/** Whoever chose files that did not come is asked before going on without them; true = they are left out. */
export function goesOnWithout(materials: readonly MaterialView[]): boolean | Promise<boolean> {
  const names = materials.flatMap(({ files }) => files.filter(didNotCome).map(({ name }) => name))
  if (names.length === 0) return true
  const more = names.length > NAMED ? `等 ${names.length} 个文件` : ''
  return confirm({
    title: `${names.length} 个文件没有传上`,
    content: `${names.slice(0, NAMED).join('、')}${more}没有传上，不会提交给窗口。要交的，请先换一个或重试。`,
    confirmText: '不交了',
    cancelText: '去看看',
  })
}
