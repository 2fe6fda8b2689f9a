import * as v from 'valibot'
import { adminAction, type AdminAction } from '../admin-action'
import { nested, type Caller } from './caller'
import { newRequestId, SERVER_LIMITS, type FunctionHost } from './host'

const Invoke = v.object({ function_name: v.string(), request_data: v.nullish(v.string()) })

/** A call that did not come out of a running function, e.g. a test that uses the SDK itself. */
const OUTSIDE: Caller = { source: 'wx_unknown' }

/** callFunction from inside a function: the callee sees the same citizen. */
export function functionActions(host: FunctionHost): Record<string, AdminAction> {
  return {
    'functions.invokeFunction': adminAction(Invoke, async (params, { apiToken }) => {
      const caller = host.runningOf(apiToken)?.caller
      const response_data = await host.invoke(newRequestId(), {
        name: params.function_name,
        event: params.request_data || '{}',
        caller: caller ? nested(caller) : OUTSIDE,
        ...SERVER_LIMITS,
      })
      return { data: { response_data } }
    }),
  }
}
