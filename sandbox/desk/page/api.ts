import type { PushLine } from '../desk-api'
import type { Fault, FaultKind } from '../../one-network/faults'
import type { OfficeCase, OfficeCaseBrief } from '../../one-network/office'
import type { RequestLine } from '../../one-network/request-log'

export interface FaultState {
  readonly kinds: Readonly<Record<FaultKind, string>>
  readonly active: readonly Fault[]
}

async function call<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(`api/${path}`, init)
  const value: unknown = await response.json()
  if (!response.ok) throw new Error((value as { readonly message: string }).message)
  return value as T
}

const post = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

export const listCases = () => call<{ readonly rows: readonly OfficeCaseBrief[] }>('cases')
export const openCase = (caseNo: string) => call<OfficeCase>(`cases/${caseNo}`)
export const act = (caseNo: string, body: object) => call<OfficeCaseBrief>(`cases/${caseNo}/actions`, post(body))
export const setStatus = (caseNo: string, body: object) => call<OfficeCaseBrief>(`cases/${caseNo}/status`, post(body))
export const readFaults = () => call<FaultState>('faults')
export const setFault = (fault: Fault) => call<FaultState>('faults', post(fault))
export const clearFaults = () => call<FaultState>('faults', { method: 'DELETE' })
export const listRequests = () => call<{ readonly rows: readonly RequestLine[] }>('requests')
export const listPushes = () => call<{ readonly rows: readonly PushLine[] }>('pushes')
export const pushEvent = (caseNo: string, body: object) => call<object>(`cases/${caseNo}/events`, post(body))
