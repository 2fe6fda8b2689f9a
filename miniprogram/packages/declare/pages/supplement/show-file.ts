import { tell } from '../../../../platform/feedback'
import { openFile } from '../../../../platform/open-file'
import { failureOf } from '../../../../services/service-error'
import { fileTypeOf } from '../../../../shared/domain/file-kind'

/** Shows a file at a short-lived address, or says why it cannot be shown. @param ask gives the address */
export async function showFile(name: string, ask: () => Promise<{ readonly url: string }>): Promise<void> {
  if (fileTypeOf(name) === 'dwg') {
    await tell('手机上打不开 DWG 图纸', `“${name}”已经传好。要核对内容，请在电脑上用制图软件打开原文件。`)
    return
  }
  let url: string
  try {
    url = (await ask()).url
  } catch (error) {
    const { title, next } = failureOf(error)
    await tell(title, next)
    return
  }
  try {
    await openFile(url, name)
  } catch {
    await tell('文件没有打开', '文件已经传好，不影响补正。请检查网络后再试，或换一部手机查看。')
  }
}
