import * as v from 'valibot'
import { CloudError } from './errors'

/** One request of wx-server-sdk to /admin. */
export interface AdminCall {
  /** The invocation that sent it, when a function did: the WX_API_TOKEN that its context carried. */
  readonly apiToken?: string
}

/** Answers one action: an object (JSON, merged beside requestId) or raw bytes. */
export type AdminAction = (params: unknown, call: AdminCall) => object | Promise<object>

/** An action whose parameters are checked first; a mistake is INVALID_PARAM. */
export function adminAction<S extends v.GenericSchema>(
  schema: S,
  run: (params: v.InferOutput<S>, call: AdminCall) => object | Promise<object>,
): AdminAction {
  return (params, call) => {
    const checked = v.safeParse(schema, params)
    if (!checked.success) {
      const [issue] = checked.issues
      throw new CloudError('INVALID_PARAM', `${v.getDotPath(issue) ?? 'params'}: ${issue.message}`)
    }
    return run(checked.output, call)
  }
}
