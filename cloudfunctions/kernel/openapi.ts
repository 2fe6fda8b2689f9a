/** What WeChat's own server API is asked for, typed, with the SDK's traps closed. */
import { withOpenApi } from './cloud'
import { type MiniprogramState } from './config'

interface SubscribeMessageApi {
  readonly subscribeMessage: { send(message: object): Promise<{ readonly errCode?: number }> }
}

interface SecurityApi {
  readonly security: { msgSecCheck(asked: object): Promise<{ readonly result?: { readonly suggest?: unknown } }> }
}

/** One subscription message, as WeChat takes it. */
export interface SubscribeMessage {
  readonly openid: string
  readonly templateId: string
  /** Path in the mini-program that a tap leads to. */
  readonly page: string
  /** Which version of the mini-program it opens. */
  readonly state: MiniprogramState
  readonly fields: Readonly<Record<string, string>>
}

/**
 * Sends it; resolves with WeChat's error number, 0 when it was taken. Rejects when there is no answer of WeChat itself.
 * The deployed function needs the permission subscribeMessage.send (deploy/functions.json).
 */
export async function sendSubscribeMessage({
  openid,
  templateId,
  page,
  state,
  fields,
}: SubscribeMessage): Promise<number> {
  const data = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]))
  try {
    const message = { touser: openid, templateId, page, miniprogramState: state, data }
    const { errCode } = await withOpenApi((api) => (api as SubscribeMessageApi).subscribeMessage.send(message))
    return errCode ?? 0
  } catch (error) {
    const errCode = (error as { readonly errCode?: unknown } | null)?.errCode
    // Negative numbers are the platform's or the network's, not WeChat's answer to this message.
    if (typeof errCode === 'number' && errCode > 0) return errCode
    throw error
  }
}

/** What WeChat finds in a text: nothing, what somebody should look at, or what breaks its rules. */
type TextVerdict = 'pass' | 'review' | 'risky'

/** What is kept of it; `unchecked` = there was no verdict, '' = it was not asked. For those who look into a case: nothing follows from it by itself. */
export type TextMark = '' | TextVerdict | 'unchecked'

/** More is not taken by msgSecCheck, counted in characters. */
const MOST_CHARACTERS = 2500
const VERSION = 2
/** 评论: what somebody says about something. Of the four scenes it is the one that an opinion or a remark is. */
const SCENE_COMMENT = 2

/**
 * Has WeChat look at a text of this citizen (security.msgSecCheck, version 2; she must have used the mini-program within two
 * hours). Rejects when there is no verdict. The deployed function needs the permission security.msgSecCheck.
 */
export async function verdictOnText(openid: string, text: string): Promise<TextVerdict> {
  const content = [...text].slice(0, MOST_CHARACTERS).join('')
  const asked = { openid, scene: SCENE_COMMENT, version: VERSION, content }
  const { result } = await withOpenApi((api) => (api as SecurityApi).security.msgSecCheck(asked))
  const suggest = result?.suggest
  if (suggest !== 'pass' && suggest !== 'review' && suggest !== 'risky') throw new Error('msgSecCheck gave no verdict')
  return suggest
}
