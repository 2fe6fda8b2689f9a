import type { RequestHandler } from '../one-network/api-server'
import type { Faults } from '../one-network/faults'
import type { Office } from '../one-network/office'
import type { RequestLog } from '../one-network/request-log'

export interface DeskOptions {
  readonly office: Office
  readonly faults: Faults
  readonly requestLog: RequestLog
}

export function createDeskHandler(_options: DeskOptions): RequestHandler {
  return (_request, response) => {
    response.writeHead(404).end()
    return Promise.resolve()
  }
}
