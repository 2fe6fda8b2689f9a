import { readFileSync } from 'node:fs'
import type { SeedField, SeedForm, SeedMatter } from '../../../sandbox/one-network/catalogue/seed-types'
import type { FictionalAccount } from '../../../sandbox/one-network'
import { commonFormsFile, idsFile, mattersFile } from '../../../sandbox/one-network/paths'
import type { Envelope } from './client'
import type { TestProvider } from './provider'

/** Fills and files declarations for tests. */

export const PDF = Buffer.from('%PDF-1.4\n% FICTIONAL\n%%EOF\n')
export const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('FICTIONAL')])
const BYTES: Readonly<Record<string, Buffer>> = {
  pdf: PDF,
  png: PNG,
  jpg: Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.from('FICTIONAL')]),
  mp4: Buffer.from('\0\0\0\x18ftypisomFICTIONAL'),
}

const matters = JSON.parse(readFileSync(mattersFile, 'utf8')) as readonly SeedMatter[]
const commonForms = JSON.parse(readFileSync(commonFormsFile, 'utf8')) as readonly SeedForm[]
const ids = JSON.parse(readFileSync(idsFile, 'utf8')) as {
  readonly commonForms: Readonly<Record<string, string>>
  readonly matters: readonly { readonly slug: string; readonly forms: Readonly<Record<string, string>> }[]
}

function formOf(formId: string): SeedForm {
  const common = commonForms.find(({ id }) => ids.commonForms[id] === formId)
  const own = matters.flatMap(({ slug, forms }) =>
    forms.filter(({ id }) => ids.matters.find((it) => it.slug === slug)?.forms[id] === formId),
  )
  const form = common ?? own[0]
  if (form === undefined) throw new Error(`no form ${formId}`)
  return form
}

/** A value that the dictionary accepts; signatures get the given attachIds. */
function valueOf(field: SeedField, attachIds: readonly string[]): unknown {
  const checksum = field.constraints?.checksum ?? ''
  switch (field.type) {
    case 'number':
    case 'money':
    case 'area':
      return 1
    case 'date':
      return '2026-10-08'
    case 'daterange':
      return { begin: '2026-10-08', end: '2027-10-07' }
    case 'boolean':
      return '1'
    case 'single_choice':
      return field.options?.[0]?.value
    case 'multi_choice':
      return [field.options?.[0]?.value]
    case 'table':
      return [Object.fromEntries((field.columns ?? []).map((column) => [column.id, valueOf(column, attachIds)]))]
    case 'signature':
      return attachIds
    default:
      if (field.type === 'id_card' || checksum.startsWith('GB11643')) return '120116199607210042'
      if (field.type === 'uscc' || checksum.startsWith('GB32100')) return '91120116MA0FXN011B'
      return '虚构'.slice(0, field.constraints?.max_len ?? 2)
  }
}

/** Every field filled. */
export function fillForm(formId: string, attachIds: readonly string[] = []): Record<string, unknown> {
  const fields = formOf(formId).sections.flatMap((section) => section.fields)
  return Object.fromEntries(fields.map((field) => [field.id, valueOf(field, attachIds)]))
}

export function signatureFields(formId: string): readonly string[] {
  return formOf(formId)
    .sections.flatMap((section) => section.fields)
    .filter((field) => field.type === 'signature')
    .map((field) => field.id)
}

export interface MaterialRow {
  readonly materialId: string
  readonly materialName: string
  readonly kind: string
  readonly formId: string
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
    const { materialId, formId, kind, necessity } = material
    // The promise to bring something later is signed only by who promises something.
    if (promised.includes(materialId) || (kind === '1' && necessity === '2' && promised.length === 0)) continue
    if (kind === '1') {
      const fields = signatureFields(formId)
      const formData = fillForm(formId)
      for (const field of fields) formData[field] = [await uploadFile(test, draft, material, `sign-${field}`, field)]
      forms.push({ materialId, formVersion: '1.0', formData })
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
