import * as v from 'valibot'
import { type WeChatAnswer } from './subscribe-message'

/** WeChat's own sample of a text that breaks its rules (documents of security.msgSecCheck). */
export const RISKY_SAMPLE = '特3456书yuuo莞6543李zxcz蒜7782法fgnv级'
/** The sandbox's own: what somebody should look at. */
export const REVIEW_SAMPLE = '沙箱待复核'

const MOST_CHARACTERS = 2500

const Request = v.object({
  version: v.literal(2),
  openid: v.string(),
  scene: v.number(),
  content: v.string(),
})

interface TextAnswer extends WeChatAnswer {
  readonly trace_id?: string
  readonly result?: { readonly suggest: string; readonly label: number }
}

const found = (suggest: 'pass' | 'review' | 'risky', label: number): TextAnswer => ({
  errcode: 0,
  errmsg: 'ok',
  trace_id: 'sandbox-trace',
  result: { suggest, label },
})

/** security.msgSecCheck, version 2, as WeChat documents it; it finds nothing but the two samples. */
export function checkText(params: unknown): TextAnswer {
  const checked = v.safeParse(Request, params)
  if (!checked.success) {
    return { errcode: 47001, errmsg: `data format error: ${v.getDotPath(checked.issues[0]) ?? ''}` }
  }
  const { openid, scene, content } = checked.output
  if (!/^sandbox-openid-[a-z0-9-]{1,32}$/.test(openid)) return { errcode: 40003, errmsg: 'invalid openid' }
  if (![1, 2, 3, 4].includes(scene)) return { errcode: 40129, errmsg: 'invalid scene' }
  if (content === '') return { errcode: 44002, errmsg: 'empty post data' }
  if ([...content].length > MOST_CHARACTERS) return { errcode: 47001, errmsg: 'content is too long' }
  if (content.includes(RISKY_SAMPLE)) return found('risky', 20001)
  return content.includes(REVIEW_SAMPLE) ? found('review', 21000) : found('pass', 100)
}
