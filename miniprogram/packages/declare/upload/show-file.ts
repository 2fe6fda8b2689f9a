import { tell } from '../../../platform/feedback'
import { openFile } from '../../../platform/open-file'
import { tellFailure } from '../../../services/tell-failure'
import { fileTypeOf } from '../../../shared/domain/file-kind'

/**
 * Shows a file at a short-lived address, or says why it cannot be shown.
 * @param standing what is true of the file all the same, e.g. 已经传好，不影响申报
 * @param ask gives the address
 */
export async function showFile(
  name: string,
  standing: string,
  ask: () => Promise<{ readonly url: string }>,
): Promise<void> {
  if (fileTypeOf(name) === 'dwg') {
    await tell('手机上打不开 DWG 图纸', `“${name}”${standing}。要核对内容，请在电脑上用制图软件打开原文件。`)
    return
  }
  let url: string
  try {
    url = (await ask()).url
  } catch (error) {
    await tellFailure(error)
    return
  }
  try {
    await openFile(url, name)
  } catch {
    await tell('文件没有打开', `文件${standing}。请检查网络后再试，或换一部手机查看。`)
  }
}
