import { certNoOf, type FictionalAccount } from '../accounts/account'
import { isIdNumber } from '../forms/check-digits'
import type { FieldError } from '../protocol/errors'
import type { AgentRecord, ApplicantRecord } from '../state/records'

/** The applicant must be the logged-in user (contract #4); a unit also names its legal person. */
export function applicantErrors(
  applicant: ApplicantRecord,
  agent: AgentRecord | undefined,
  account: FictionalAccount,
): readonly FieldError[] {
  const errors: FieldError[] = []
  const expect = (field: string, actual: string | undefined, wanted: string | undefined) => {
    if (actual !== wanted) errors.push({ field: `applicant.${field}`, message: '与登录用户不一致' })
  }
  expect('subjectType', applicant.subjectType, account.subjectType)
  expect('name', applicant.name, account.name)
  expect('certNo', applicant.certNo, certNoOf(account))
  if (account.subjectType === 'enterprise') {
    expect('legalPerson', applicant.legalPerson, account.legalPerson)
    expect('legalPersonIdNo', applicant.legalPersonIdNo, account.legalPersonIdNo)
  }
  if (agent !== undefined && !isIdNumber(agent.idNo))
    errors.push({ field: 'agent.idNo', message: '身份证号校验位错误' })
  return errors
}
