import { beijingDateTime } from '../clock'
import type { Store } from './store'

/** Administrative division code of 滨海新区, part of every number. */
const DIVISION = '120116'

/** Numbers as the contract's examples show them. */
export interface Numbers {
  declareNo(atMs: number): string
  caseNo(atMs: number): string
  attachId(atMs: number): string
  evaluationId(atMs: number): string
  requestId(atMs: number): string
  eventId(atMs: number): string
}

export function createNumbers(store: Store): Numbers {
  const digits = (counter: string, width: number) => String(store.nextNumber(counter)).padStart(width, '0')
  const day = (atMs: number) => beijingDateTime(atMs).slice(0, 10).replaceAll('-', '')
  // Counted in memory, so that a request costs no write; the number of the run keeps restarts apart.
  const run = digits('run', 4)
  let requests = 0
  return {
    declareNo: (atMs) => `SB${day(atMs)}${DIVISION}${digits('declareNo', 6)}`,
    caseNo: (atMs) => `BJ${day(atMs)}${DIVISION}${digits('caseNo', 6)}`,
    attachId: (atMs) => `FJ${beijingDateTime(atMs).replace(/\D/g, '')}${digits('attachId', 6)}`,
    eventId: (atMs) => `EV${beijingDateTime(atMs).replace(/\D/g, '')}${digits('eventId', 6)}`,
    evaluationId: (atMs) => `PJ${day(atMs)}${DIVISION}${digits('evaluationId', 6)}`,
    requestId(atMs) {
      requests += 1
      return `req${day(atMs)}${run}${String(requests).padStart(6, '0')}`
    },
  }
}
