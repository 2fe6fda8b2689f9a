import type { PushLine } from '../desk-api'
import { addressOfFault } from '../fault-address'
import type { Fault, FaultKind } from '../../one-network/faults'
import type { OfficeCase, OfficeCaseBrief } from '../../one-network/office'
import type { RequestLine } from '../../one-network/request-log'

export interface FaultState {
  readonly kinds: Readonly<Record<FaultKind, string>>
  readonly active: readonly Fault[]
}

interface Rows<Row> {
  readonly rows: readonly Row[]
}

async function call<T>(path: string, init?: RequestInit): Promise<T> {
  let response: Response
  try {
    response = await fetch(`api/${path}`, init)
  } catch (cause) {
    throw new Error('连不上沙箱，请看 npm start 是否还在运行', { cause })
  }
  const value: unknown = await response.json()
  if (!response.ok) throw new Error((value as { readonly message: string }).message)
  return value as T
}

const post = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

export const listCases = () => call<Rows<OfficeCaseBrief>>('cases')
export const openCase = (caseNo: string) => call<OfficeCase>(`cases/${caseNo}`)
export const act = (caseNo: string, body: object) => call<OfficeCaseBrief>(`cases/${caseNo}/actions`, post(body))
export const setStatus = (caseNo: string, body: object) => call<OfficeCaseBrief>(`cases/${caseNo}/status`, post(body))
export const pushEvent = (caseNo: string, body: object) => call<object>(`cases/${caseNo}/events`, post(body))
export const readFaults = () => call<FaultState>('faults')
export const setFault = (fault: Fault) => call<FaultState>('faults', post(fault))
export const endFault = ({ match }: Fault) =>
  call<FaultState>(`faults/${addressOfFault(match.functionNo)}`, { method: 'DELETE' })
export const clearFaults = () => call<FaultState>('faults', { method: 'DELETE' })
export const listRequests = () => call<Rows<RequestLine>>('requests')
export const listPushes = () => call<Rows<PushLine>>('pushes')
export const listFunctions = () => call<Rows<{ readonly no: number; readonly name: string }>>('functions')
