import { invalidInput } from '../../kernel/errors'
import { type Profile } from '../mappers/account'
import { type Body } from '../wire'

type SubmitBody = Extract<Body<'saveDeclaration'>, { saveType: '2' }>
type ApplicantWire = SubmitBody['applicant']

const incomplete = (what: string) =>
  invalidInput(`profile without ${what}`, {
    userMessage: `一网通账号里没有登记${what}，请先到天津网上办事大厅补全账号资料`,
  })

/** The applicant as the account states it; the provider refuses anybody but the logged-in user (#4). */
export function toApplicant(profile: Profile): ApplicantWire {
  const { subjectType, name, phone, address } = profile
  const certNo = subjectType === 'person' ? profile.idNo : profile.uscc
  if (!certNo) throw incomplete(subjectType === 'person' ? '身份证号' : '统一社会信用代码')
  if (!phone) throw incomplete('联系电话')
  const base = { subjectType, name, certNo, phone, ...(address ? { address } : {}) }
  if (subjectType === 'person') return base
  const { legalPerson, legalPersonIdNo } = profile
  if (!legalPerson || !legalPersonIdNo) throw incomplete('法定代表人信息')
  return { ...base, legalPerson, legalPersonIdNo }
}
