import * as v from 'valibot'
import { adminAction, type AdminAction } from '../admin-action'
import { type FunctionHost } from '../functions'
import { decodeOpenApiRequest, encodeOpenApiAnswer, encodeOpenApiRefusal } from './protobuf'
import { type SubscribeMessages } from './subscribe-message'

const OpenApi = v.object({ apiName: v.string(), requestData: v.instance(Uint8Array) })

const NOT_FOUND = -604100
const NO_PERMISSION = -604101

/** cloud.openapi.*: what a function may call is in its config.json (permissions.openapi). */
export function openApiActions(host: FunctionHost, messages: SubscribeMessages): Record<string, AdminAction> {
  const apis: Readonly<Record<string, (params: Record<string, unknown>) => object>> = {
    'subscribeMessage.send': (params) => messages.send(params),
  }
  return {
    'wx.openApi': adminAction(OpenApi, ({ apiName, requestData }, { apiToken }) => {
      const api = apis[apiName]
      if (!api) return encodeOpenApiAnswer({ errcode: NOT_FOUND, errmsg: `API not found: ${apiName}` })
      const running = host.runningOf(apiToken)
      if (running && !running.definition.openapi.includes(apiName)) return encodeOpenApiRefusal(NO_PERMISSION)
      return encodeOpenApiAnswer(api(decodeOpenApiRequest(requestData)))
    }),
  }
}
