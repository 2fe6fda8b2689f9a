import type { IncomingMessage } from 'node:http'
import { FAULT_KINDS } from '../one-network/faults'
import { readBody } from '../one-network/http'
import { OfficeRefusal } from '../one-network/office'
import type { PushRecord } from '../one-network/state/records'
import { functionIn } from './fault-address'
import type { DeskOptions } from './index'
import { actionInput, eventInput, faultInput, parseInput, statusInput } from './inputs'
import { type DeskReply, jsonReply } from './reply'

const MAX_BODY_BYTES = 65_536
const SHOWN_PUSHES = 100

/** A push as the desk shows it. */
const toPushLine = ({ eventId, caseNo, eventType, state, attempts, dueAt, lastAnswer }: PushRecord) => ({
  eventId,
  caseNo,
  eventType,
  state,
  attempts,
  dueAt,
  lastAnswer,
})
export type PushLine = ReturnType<typeof toPushLine>

type Route = (id: string, body: Buffer) => DeskReply | undefined

/** An escape that is none (`%ff`) stays as it is: there is nothing by that name. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** `GET /desk/api/cases/BJ…/status` → key `GET cases/:id/status`, id `BJ…`. */
function toKey(method: string, path: string): { readonly key: string; readonly id: string } {
  const [name = '', id = '', ...rest] = path.slice('/desk/api/'.length).split('/')
  return { key: `${method} ${[name, ...(id === '' ? [] : [':id']), ...rest].join('/')}`, id: decode(id) }
}

/** Answers what the desk page asks for; undefined when there is no such thing. */
export function createDeskApi({ office, faults, requestLog, pushes, functions }: DeskOptions) {
  const faultList = () => jsonReply(200, { kinds: FAULT_KINDS, active: faults.list() })

  const routes: Readonly<Record<string, Route>> = {
    'GET cases': () => jsonReply(200, { rows: office.listCases() }),
    'GET cases/:id': (id) => {
      const found = office.openCase(id)
      return found && jsonReply(200, found)
    },
    'POST cases/:id/actions': (id, body) => {
      const { action, ...request } = parseInput(actionInput, body)
      return jsonReply(200, office.act(id, action, request))
    },
    'POST cases/:id/status': (id, body) => {
      const { code, name } = parseInput(statusInput, body)
      return jsonReply(200, office.setStatus(id, code, name))
    },
    'POST cases/:id/events': (id, body) => {
      const { eventType, summary } = parseInput(eventInput, body)
      return jsonReply(200, { eventId: office.pushEvent(id, eventType, summary) })
    },
    'GET attachments/:id': (id) => {
      const found = office.readAttachment(id)
      if (found === undefined) return undefined
      const name = encodeURIComponent(found.fileName)
      return {
        status: 200,
        // Always a download: a file from outside must not run as a page of the desk.
        headers: {
          'content-type': 'application/octet-stream',
          'content-disposition': `attachment; filename*=UTF-8''${name}`,
        },
        body: found.bytes,
      }
    },
    'GET faults': faultList,
    'POST faults': (_id, body) => {
      faults.set(parseInput(faultInput, body))
      return faultList()
    },
    'DELETE faults/:id': (id) => {
      faults.end(functionIn(id))
      return faultList()
    },
    'DELETE faults': () => {
      faults.clear()
      return faultList()
    },
    'GET functions': () => jsonReply(200, { rows: functions }),
    'GET pushes': () => jsonReply(200, { rows: pushes.list().slice(0, SHOWN_PUSHES).map(toPushLine) }),
    'GET requests': () => jsonReply(200, { rows: requestLog.recent() }),
  }

  return async (request: IncomingMessage, path: string): Promise<DeskReply | undefined> => {
    const body = await readBody(request, MAX_BODY_BYTES)
    if (body === undefined) throw new OfficeRefusal('请求过大')
    const { key, id } = toKey(request.method ?? 'GET', path)
    return routes[key]?.(id, body)
  }
}
