import type { AgentRecord, ApplicantRecord } from '../state/records'

/** FormInput of the contract. */
export interface FormInput {
  readonly materialId: string
  readonly formVersion: string
  readonly formData: Readonly<Record<string, unknown>>
}

interface MaterialInput {
  readonly materialId: string
  readonly attachIds: readonly string[]
}

export interface SaveFormRequest {
  readonly saveType: '1'
  readonly declareNo: string
  readonly forms: readonly FormInput[]
}

export interface SubmitRequest {
  readonly saveType: '2'
  readonly declareNo: string
  readonly applicant: ApplicantRecord
  readonly agent?: AgentRecord
  readonly forms: readonly FormInput[]
  readonly materials: readonly MaterialInput[]
  readonly promiseMaterialIds: readonly string[]
}
