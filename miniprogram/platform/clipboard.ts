import { toast } from './feedback'
import { askWeChat } from './privacy'

/** Puts a text that the page shows into the clipboard and says so. @param done what is said then */
export async function copyText(text: string, done: string): Promise<void> {
  const act = { act: '复制', otherwise: '也可以长按页面上的文字选中复制，或抄写下来。' }
  const copied = await askWeChat(act, () => wx.setClipboardData({ data: text }))
  if (copied !== null) toast(done)
}
