import type { AgentRecord, ApplicantRecord, CaseRecord, DeclarationRecord } from '../state/records'

export interface Submission {
  readonly caseNo: string
  readonly at: number
  readonly declaration: Pick<DeclarationRecord, 'declareNo' | 'userId' | 'itemId' | 'optionIds' | 'forms'>
  readonly applicant: ApplicantRecord
  readonly agent: AgentRecord | null
  readonly materials: CaseRecord['materials']
  readonly promisedMaterialIds: readonly string[]
}

/** A case as it is right after formal submission: 12 已提交, the pre-review has begun. */
export function openCase({
  caseNo,
  at,
  declaration,
  applicant,
  agent,
  materials,
  promisedMaterialIds,
}: Submission): CaseRecord {
  return {
    caseNo,
    declareNo: declaration.declareNo,
    userId: declaration.userId,
    itemId: declaration.itemId,
    optionIds: declaration.optionIds,
    applicant,
    agent,
    forms: declaration.forms,
    materials,
    promisedMaterialIds,
    status: '12',
    statusName: '',
    submittedAt: at,
    acceptedAt: null,
    finishedAt: null,
    nodes: [
      { nodeCode: '10', startedAt: at, endedAt: at, handler: '', opinion: '' },
      { nodeCode: '20', startedAt: at, endedAt: null, handler: '', opinion: '' },
    ],
    pauses: [],
    supplements: [],
    issuedDocs: [],
  }
}
