import { createHash } from 'node:crypto'
import { type FictionalAccount } from '../../../sandbox/one-network'
import { type Answers } from '../../../miniprogram/shared/form'
import { Citizen } from './citizen'
import { databaseOf, sealerOf } from './database'
import { completeDraft, NURSE, open } from './nurse'
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

/** A citizen with one draft that went through the actions; his other drafts are copies of it in both sides' books. */
export interface Filer {
  readonly citizen: Citizen
  readonly answers: Answers
  readonly row: Row
  readonly files: readonly Row[]
}

/** Binds, opens, uploads and fills in one draft through the actions. */
export async function makeFiler(system: BadSystem, account: FictionalAccount, n: number): Promise<Filer> {
  const citizen = new Citizen(system, filerId(n))
  await citizen.bind(account.logins[0] ?? '')
  const { draftId, version } = await completeDraft(citizen, `start-${n}-key`)
  const own = { name: account.name, birth: '1995-08-12', id_no: account.idNo ?? '', mobile: account.phone }
  const forms = [{ materialId: NURSE.form, answers: own }]
  await citizen.call('declaration.save', { draftId, baseVersion: version, forms })
  const { answers = {} } = (await open(citizen, draftId)).forms[0] ?? {}
  const database = databaseOf(system)
  const [row = {}] = await database.rows('declarations', { _id: draftId })
  return { citizen, answers, row, files: await database.rows('attachments', { draftId }) }
}

export const filerId = (n: number): string => `filer-${n}`

const hex = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)

/** A copy of the filer's draft under numbers of its own. */
export async function copyDraft(system: BadSystem, filer: Filer, index: number): Promise<ReadyDraft> {
  const { books } = system
  const { citizen, row, files } = filer
  const database = databaseOf(system)
  const sealer = sealerOf(system)
  const number = String(index).padStart(6, '0')
  const draftId = hex(`draft ${index}`)
  const declareNo = `SB20261123990000${number}`
  const declaration = books.declarations.get(String(row.declareNo))
  if (!declaration) throw new Error('the provider does not know the draft')
  books.declarations.put({ ...declaration, declareNo })

  const newIds = new Map<unknown, string>()
  for (const [n, file] of files.entries()) {
    const attachId = `FJ2026112399${number}${String(n).padStart(2, '0')}`
    const _id = hex(attachId)
    newIds.set(file._id, _id)
    const held = books.attachments.get(String(file.attachId))
    if (!held) throw new Error('the provider does not hold the file')
    books.attachments.put({ ...held, attachId, contentId: attachId, declareNo })
    // A sealed name opens at its own row only.
    const name = sealer.open((file.fileName as { sealed: string }).sealed, `${String(file._id)}/fileName`)
    const fileName = { sealed: sealer.seal(name, `${_id}/fileName`) }
    await database.add('attachments', { ...file, _id, draftId, attachId, fileName, cloudPath: `copy/${_id}` })
  }

  const employer = `天津虚构第${index}医院`
  const signed = (value: Answers[string] | undefined) =>
    Array.isArray(value) ? value.map((id: unknown) => newIds.get(id) ?? '') : []
  const { applicant_sign } = filer.answers
  const answers = {
    ...filer.answers,
    org_name: employer,
    applicant_sign: signed(applicant_sign),
  }
  const sources = sealer.open(String(row.sources), `${String(row._id)}/sources`)
  const [form] = row.forms as readonly Row[]
  const submitRequestNo = hex(`submit ${index}`)
  await database.add('declarations', {
    ...row,
    _id: draftId,
    openKey: `open ${index}`,
    startKey: `start ${index}`,
    startRequestNo: hex(`open ${index}`),
    submitRequestNo,
    declareNo,
    forms: [{ ...form, answers: sealer.seal(answers, `${draftId}/${NURSE.form}`) }],
    sources: sealer.seal(sources, `${draftId}/sources`),
  })
  return { index, citizen, draftId, declareNo, submitRequestNo, version: Number(row.version), employer }
}
