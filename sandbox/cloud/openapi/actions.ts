import { setTimeout as sleep } from 'node:timers/promises'
import * as v from 'valibot'
import { adminAction, type AdminAction } from '../admin-action'
import { type FunctionHost } from '../functions'
import { decodeOpenApiRequest, encodeOpenApiAnswer, encodeOpenApiRefusal } from './protobuf'
import { type SubscribeMessages } from './subscribe-message'
import { checkText } from './text-check'

const OpenApi = v.object({ apiName: v.string(), requestData: v.instance(Uint8Array) })

const NOT_FOUND = -604100
const NO_PERMISSION = -604101

/** What ails WeChat's content check: nothing, system errors, or it does not answer. */
export type TextCheckTrouble = 'none' | 'fails' | 'hangs'
/** Longer than anybody waits for a verdict. */
const HANGING_MS = 8_000

/** cloud.openapi.*: what a function may call is in its config.json (permissions.openapi). */
export function openApiActions(
  host: FunctionHost,
  messages: SubscribeMessages,
  textCheckTrouble: () => TextCheckTrouble,
): Record<string, AdminAction> {
  const apis: Readonly<Record<string, (params: Record<string, unknown>) => object | Promise<object>>> = {
    'subscribeMessage.send': (params) => messages.send(params),
    async 'security.msgSecCheck'(params) {
      if (textCheckTrouble() === 'fails') return { errcode: -1, errmsg: 'system error' }
      if (textCheckTrouble() === 'hangs') await sleep(HANGING_MS, undefined, { ref: false })
      return checkText(params)
    },
  }
  return {
    'wx.openApi': adminAction(OpenApi, async ({ apiName, requestData }, { apiToken }) => {
      const api = apis[apiName]
      if (!api) return encodeOpenApiAnswer({ errcode: NOT_FOUND, errmsg: `API not found: ${apiName}` })
      const running = host.runningOf(apiToken)
      if (running && !running.definition.openapi.includes(apiName)) return encodeOpenApiRefusal(NO_PERMISSION)
      return encodeOpenApiAnswer(await api(decodeOpenApiRequest(requestData)))
    }),
  }
}
