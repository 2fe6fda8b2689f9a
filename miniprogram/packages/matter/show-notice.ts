import { tell } from '../../platform/feedback'
import { openFile } from '../../platform/open-file'
import { printNotice } from '../../services/matters'

/**
 * Has the 一次性告知单 made and opens it, with WeChat's menu to forward or print it. Rejects when it could not be made.
 * @param optionIds answers of the situation guide; absent = for all situations
 */
export async function showNotice(matterId: string, optionIds?: readonly string[]): Promise<void> {
  const { url, fileName } = await printNotice(matterId, optionIds)
  try {
    await openFile(url, fileName)
  } catch {
    await tell('告知单没有打开', '告知单已经生成。请检查网络后再点一次，或换一部手机查看。')
  }
}
