import { type IncomingMessage } from 'node:http'
import * as v from 'valibot'
import { type AdminAction } from './admin-action'
import { CloudError, HttpProblem, messageOf } from './errors'
import { newRequestId } from './functions'
import { parseJson, readBody, sendJson } from './http-body'
import { LIMITS } from './limits'
import { type Handle } from './loopback-server'
import { readMultipart } from './multipart'

/** The protocol's own parameters, beside those of the action. */
const Envelope = v.object({
  action: v.string(),
  sessionToken: v.optional(v.string()),
  wxCloudApiToken: v.optional(v.string()),
})

async function readParams(request: IncomingMessage): Promise<object> {
  if (!request.headers['content-type']?.startsWith('multipart/')) {
    const value = parseJson(await readBody(request, LIMITS.serverPayloadBytes * 2))
    if (typeof value !== 'object' || value === null) throw new HttpProblem(400, 'a JSON object is expected')
    return value
  }
  const params = new Map<string, unknown>()
  await readMultipart(
    request,
    { fieldBytes: LIMITS.serverPayloadBytes, files: 1 },
    {
      field: (name, value) => params.set(name, value),
      file: async (name, content) => {
        const chunks: Buffer[] = []
        for await (const chunk of content as AsyncIterable<Buffer>) chunks.push(chunk)
        params.set(name, Buffer.concat(chunks))
      },
    },
  )
  return Object.fromEntries(params)
}

function toCloudError(action: string, error: unknown): CloudError {
  if (error instanceof CloudError) return error
  // A query or update that the store's engine refuses, e.g. $inc on a text.
  if (action.startsWith('database.')) return new CloudError('DATABASE_REQUEST_FAILED', messageOf(error))
  return new CloudError('SYS_ERR', messageOf(error))
}

/**
 * POST /admin: what wx-server-sdk speaks. Answers HTTP 200 with `{requestId, …}`, or `{code, message, requestId}`.
 * Only holders of `sessionToken` get in: functions do, the citizen's page does not.
 */
export function adminServer(
  actions: Readonly<Record<string, AdminAction>>,
  sessionToken: string,
  log: (line: string) => void,
): Handle {
  return async (request, response) => {
    if (request.method !== 'POST') throw new HttpProblem(405, 'POST is expected')
    if (request.headers.origin !== undefined) throw new HttpProblem(403, 'pages have no access to the cloud itself')
    const requestId = newRequestId()
    const params = await readParams(request)
    const envelope = v.safeParse(Envelope, params)
    if (!envelope.success) throw new HttpProblem(400, 'the field action is missing')
    const { action, wxCloudApiToken } = envelope.output
    if (envelope.output.sessionToken !== sessionToken) throw new HttpProblem(403, 'wrong session token')
    try {
      const run = actions[action]
      if (!run) throw new CloudError('INVALID_PARAM', `unknown action ${action}`)
      const answer = await run(params, { apiToken: wxCloudApiToken })
      if (answer instanceof Uint8Array) {
        response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(answer)
      } else {
        sendJson(response, 200, { requestId, ...answer })
      }
    } catch (error) {
      const { code, message } = toCloudError(action, error)
      if (code === 'SYS_ERR') log(`[cloud ${requestId}] ${action}: ${message}`)
      sendJson(response, 200, { code, message, requestId })
    }
  }
}
