import { tell } from '../../../platform/feedback'
import { openFile } from '../../../platform/open-file'
import { printDeclaration, type PrintedForms } from '../../../services/declarations'
import { failureOf } from '../../../services/service-error'
import { tellFailure } from '../../../services/tell-failure'

/** More would not fit into one message. */
const MOST_NAMED = 8

/**
 * Has the forms printed and opens the PDF; tells which characters it could not show, and what went wrong. Never rejects.
 * false = the page shows an older version than the server holds, and should load again.
 */
export async function showPrinted(draftId: string, version: number): Promise<boolean> {
  let printed: PrintedForms
  try {
    printed = await printDeclaration(draftId, version)
  } catch (error) {
    if (failureOf(error).code === 'CONFLICT') {
      await tell('内容已经更新', '这份申报在别处保存过。页面会换成最新的内容，请核对后再打印。')
      return false
    }
    await tellFailure(error)
    return true
  }
  if (printed.unprintable.length > 0) await tell('有的字打印不出来', unprintableText(printed.unprintable))
  try {
    await openFile(printed.url, printed.fileName)
  } catch {
    await tell('PDF 没有打开', '申报表已经生成，填写的内容都在。请检查网络后再点一次，或换一部手机查看。')
  }
  return true
}

/** What the printed form lacks, where, and that the filing itself is not harmed. */
function unprintableText(unprintable: PrintedForms['unprintable']): string {
  const named = unprintable
    .slice(0, MOST_NAMED)
    .map(({ character, code, place }) => `“${place}”里的 ${character}（${code}）`)
  const rest = unprintable.length > MOST_NAMED ? `等 ${unprintable.length} 个字` : ''
  return `${named.join('、')}${rest}，打印字库里没有，PDF 上用编码代替。在线提交的内容不受影响；需要纸质表的，请到窗口核对这些字。`
}
