import { type FictionalAccount } from '../../../sandbox/one-network'
import { type Answers } from '../../../miniprogram/shared/form'
import { Citizen } from './citizen'
import { databaseOf } from './database'
import { completeDraft, NURSE, open, start } from './nurse'
import { type BadSystem } from './submit-system'

/** A draft that is complete, and whose citizen is about to submit it. */
export interface ReadyDraft {
  readonly index: number
  readonly citizen: Citizen
  readonly draftId: string
  readonly declareNo: string
  readonly submitRequestNo: string
  version: number
  /** What the citizen saved last as the employer's name: the case must hold it. */
  employer: string
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A fictional woman, born on 12 August 1995, with a valid check digit. @param n 0 … 498 */
export function fictionalNurse(n: number): FictionalAccount {
  const digits = `12011619950812${String(n * 2).padStart(3, '0')}`
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  const idNo = `${digits}${'10X98765432'[sum % 11] ?? ''}`
  const phone = `1300001${String(n).padStart(4, '0')}`
  const name = `虞${'青晴云禾苗'[n % 5] ?? ''}${'禾舟棠岚夏'[Math.floor(n / 5) % 5] ?? ''}`
  const common = { subjectType: 'person', password: 'Demo@2026', note: '' } as const
  return { ...common, userId: `U12011600002${String(n).padStart(5, '0')}`, name, logins: [phone], phone, idNo }
}

type Row = Record<string, unknown>

/** One draft that went the whole way through the actions; the others have copies of its files. */
export async function makeTemplate(system: BadSystem) {
  const citizen = new Citizen(system, 'template')
  await citizen.bind(NURSE.account)
  const { draftId } = await completeDraft(citizen, 'template-start')
  const { forms } = await open(citizen, draftId)
  const answers = forms[0]?.answers
  if (!answers) throw new Error('the template has no form')
  const files = await databaseOf(system).rows('attachments', { draftId })
  await citizen.call('declaration.discard', { draftId })
  return { answers, files }
}

export type Template = Awaited<ReturnType<typeof makeTemplate>>

/** Binds, opens and fills one draft through the actions. Its files are written into both sides' books without a transfer. */
export async function makeDraft(
  system: BadSystem,
  template: Template,
  account: FictionalAccount,
  index: number,
): Promise<ReadyDraft> {
  const citizen = new Citizen(system, `citizen-${index}`)
  await citizen.bind(account.logins[0] ?? '')
  const { draftId } = await start(citizen, `start-${index}-key`)
  const database = databaseOf(system)
  const [row = {}] = await database.rows('declarations', { _id: draftId })
  const declareNo = String(row.declareNo)
  const ids = await copyFiles(system, template, { row, draftId, declareNo, index })
  const employer = `天津虚构第${index}医院`
  const answers: Answers = {
    ...template.answers,
    name: account.name,
    birth: '1995-08-12',
    id_no: account.idNo ?? '',
    mobile: account.phone,
    org_name: employer,
    org_sign: ids(template.answers.org_sign),
    applicant_sign: ids(template.answers.applicant_sign),
  }
  const baseVersion = Number(row.version)
  const forms = [{ materialId: NURSE.form, answers }]
  const { version } = await citizen.call('declaration.save', { draftId, baseVersion, forms })
  return { index, citizen, draftId, declareNo, submitRequestNo: String(row.submitRequestNo), version, employer }
}

async function copyFiles(
  system: BadSystem,
  template: Template,
  to: { readonly row: Row; readonly draftId: string; readonly declareNo: string; readonly index: number },
): Promise<(value: Answers[string] | undefined) => readonly string[]> {
  const { books } = system
  const own = new Map<string, string>()
  for (const [n, file] of template.files.entries()) {
    const suffix = `${String(to.index).padStart(6, '0')}${String(n).padStart(2, '0')}`
    const _id = suffix.padStart(32, 'f')
    const attachId = `FJ2026112300${suffix.padStart(10, '0')}`
    own.set(String(file._id), _id)
    const { openid, userId } = to.row
    const copy = { ...file, _id, openid, userId, draftId: to.draftId, attachId, cloudPath: `copy/${_id}` }
    await databaseOf(system).add('attachments', copy)
    const record = books.attachments.get(String(file.attachId))
    if (!record) throw new Error('the provider does not hold the template')
    books.attachments.put({ ...record, attachId, contentId: attachId, userId: String(userId), declareNo: to.declareNo })
  }
  return (value) => (Array.isArray(value) ? value.map((id) => own.get(String(id)) ?? '') : [])
}
