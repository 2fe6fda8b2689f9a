import { type SupplementRound } from '../../../miniprogram/shared/domain/supplement'
import { type Citizen } from './citizen'
import { attach, completeDraft, NURSE } from './nurse'

/** 身份证明 of the nurse's registration. */
export const PROOF = 'CL12011600001402'

/** A case that the citizen filed here. */
export async function fileCase(citizen: Citizen, startKey: string): Promise<string> {
  const draft = await completeDraft(citizen, `supplement-${startKey}`)
  await attach(citizen, { draftId: draft.draftId, materialId: PROOF })
  const outcome = await citizen.call('declaration.submit', draft)
  if (outcome.state !== 'submitted') throw new Error('not submitted')
  return outcome.receipt.caseNo
}

/** Files a case, for which the office then wants the proof again, or the proof and the form. */
export async function askedCase(
  citizen: Citizen,
  startKey: string,
  more: { readonly withForm?: boolean; readonly deadline?: number } = {},
): Promise<string> {
  const caseNo = await fileCase(citizen, startKey)
  const { withForm = false, deadline } = more
  citizen.system.provider.office.act(caseNo, 'requestSupplement', {
    opinion: '请补正后重新提交',
    materialIds: withForm ? [NURSE.form, PROOF] : [PROOF],
    reasons: { [PROOF]: '身份证影像不清' },
    ...(deadline === undefined ? {} : { deadline }),
  })
  return caseNo
}

export const openRounds = async (citizen: Citizen, caseNo: string): Promise<readonly SupplementRound[]> =>
  (await citizen.call('supplement.open', { caseNo })).rounds

/** The only round that waits. */
export async function onlyRound(citizen: Citizen, caseNo: string): Promise<SupplementRound> {
  const [round, ...others] = await openRounds(citizen, caseNo)
  if (!round || others.length > 0) throw new Error(`${caseNo} has ${others.length + (round ? 1 : 0)} rounds`)
  return round
}

export const addFile = (citizen: Citizen, { supplementId }: SupplementRound, materialId = PROOF) =>
  attach(citizen, { draftId: supplementId, materialId })
