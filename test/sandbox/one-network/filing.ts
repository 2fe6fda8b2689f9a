import type { FictionalAccount } from '../../../sandbox/one-network'
import { fillForm, signatureFields } from '../../../scripts/conformance/fill-form'
import type { Envelope } from './client'
import type { TestProvider } from './provider'

/** Fills and files declarations for tests. */

export { fillForm, signatureFields }

export const PDF = Buffer.from('%PDF-1.4\n% FICTIONAL\n%%EOF\n')
export const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('FICTIONAL')])
const BYTES: Readonly<Record<string, Buffer>> = {
  pdf: PDF,
  png: PNG,
  jpg: Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.from('FICTIONAL')]),
  mp4: Buffer.from('\0\0\0\x18ftypisomFICTIONAL'),
}

export interface MaterialRow {
  readonly materialId: string
  readonly materialName: string
  readonly kind: string
  readonly formId: string
  readonly formVersion: string
  readonly minCount: number | null
  readonly fileTypes: string
  readonly necessity: string
}

export interface Draft {
  readonly declareNo: string
  readonly materials: readonly MaterialRow[]
  readonly token: string
}

interface SituationRow {
  readonly dependOptionIds: string | null
  readonly options: readonly { readonly optionId: string; readonly blockFlag: string }[]
}

let requests = 0
export function newRequestNo(): string {
  requests += 1
  return `request-no-${requests}`
}

/** The first option that can be filed of every question shown. */
export async function firstOptions(test: TestProvider, itemId: string): Promise<readonly string[]> {
  test.advance(1000)
  const { data } = await test.client.call('/api/v1/items/situations', { itemId })
  const chosen: string[] = []
  for (const { dependOptionIds, options } of (data as { readonly rows: readonly SituationRow[] }).rows) {
    const shown = dependOptionIds === null || dependOptionIds.split(',').some((id) => chosen.includes(id))
    const option = options.find(({ blockFlag }) => blockFlag === '0')
    if (shown && option !== undefined) chosen.push(option.optionId)
  }
  return chosen
}

export async function openDraft(test: TestProvider, account: FictionalAccount, itemId: string): Promise<Draft> {
  const token = await test.client.tokenOf(account)
  const optionIds = await firstOptions(test, itemId)
  const body = { requestNo: newRequestNo(), itemId, optionIds }
  const answer = await test.client.call('/api/v1/declarations/choose-situation', body, { token })
  if (answer.code !== '0') throw new Error(JSON.stringify(answer))
  return { ...(answer.data as Omit<Draft, 'token'>), token }
}

export async function uploadFile(
  test: TestProvider,
  draft: Draft,
  material: MaterialRow,
  text: string,
  fieldId?: string,
): Promise<string> {
  test.advance(1000)
  const type = fieldId === undefined ? (material.fileTypes.split(',').find((it) => it in BYTES) ?? 'pdf') : 'png'
  const bytes = Buffer.concat([BYTES[type] ?? PDF, Buffer.from(text)])
  const path = fieldId === undefined ? '/api/v1/attachments/upload' : '/api/v1/forms/attachments/upload'
  const parts = { declareNo: draft.declareNo, materialId: material.materialId, fileName: `${text}.${type}` }
  const answer = await test.client.upload(
    path,
    { text: fieldId === undefined ? parts : { ...parts, fieldId }, bytes },
    { token: draft.token },
  )
  if (answer.code !== '0') throw new Error(JSON.stringify(answer))
  return (answer.data as { readonly attachId: string }).attachId
}

export interface Submission {
  readonly saveType: '2'
  readonly requestNo: string
  readonly declareNo: string
  readonly applicant: object
  readonly agent?: object
  readonly forms: readonly {
    readonly materialId: string
    readonly formVersion: string
    readonly formData: Record<string, unknown>
  }[]
  readonly materials: readonly { readonly materialId: string; readonly attachIds: readonly string[] }[]
  readonly promiseMaterialIds: readonly string[]
}

export function applicantOf(account: FictionalAccount): object {
  const { subjectType, name, phone, legalPerson, legalPersonIdNo } = account
  const certNo = account.idNo ?? account.uscc
  return { subjectType, name, certNo, phone, ...(subjectType === 'enterprise' ? { legalPerson, legalPersonIdNo } : {}) }
}

/**
 * Uploads everything that a declaration needs and gives the request that submits it.
 * @param promised materials that are brought later instead
 */
export async function prepareSubmission(
  test: TestProvider,
  draft: Draft,
  account: FictionalAccount,
  promised: readonly string[] = [],
): Promise<Submission> {
  const forms = []
  const materials = []
  for (const material of draft.materials) {
    const { materialId, formId, formVersion, kind, necessity } = material
    // The promise to bring something later is signed only by who promises something.
    if (promised.includes(materialId) || (kind === '1' && necessity === '2' && promised.length === 0)) continue
    if (kind === '1') {
      const fields = signatureFields(formId)
      const formData = fillForm(formId)
      for (const field of fields) formData[field] = [await uploadFile(test, draft, material, `sign-${field}`, field)]
      forms.push({ materialId, formVersion, formData })
      continue
    }
    const attachIds = []
    for (let i = 0; i < Math.max(1, material.minCount ?? 1); i += 1) {
      attachIds.push(await uploadFile(test, draft, material, `${materialId}-${i}`))
    }
    materials.push({ materialId, attachIds })
  }
  test.advance(1000)
  return {
    saveType: '2',
    requestNo: newRequestNo(),
    declareNo: draft.declareNo,
    applicant: applicantOf(account),
    forms,
    materials,
    promiseMaterialIds: promised,
  }
}

export function submit(test: TestProvider, token: string, submission: object): Promise<Envelope> {
  test.advance(1000)
  return test.client.call('/api/v1/declarations/save', submission, { token })
}

/** Files a declaration from the first question to the case number. */
export async function fileCase(test: TestProvider, account: FictionalAccount, itemId: string): Promise<string> {
  const draft = await openDraft(test, account, itemId)
  const answer = await submit(test, draft.token, await prepareSubmission(test, draft, account))
  if (answer.code !== '0') throw new Error(JSON.stringify(answer))
  return (answer.data as { readonly caseNo: string }).caseNo
}
