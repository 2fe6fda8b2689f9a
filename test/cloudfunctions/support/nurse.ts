import { type Declaration } from '../../../miniprogram/shared/domain/declaration'
import { toBeijingDate } from '../../../miniprogram/shared/domain/time'
import { minimalAnswers } from '../../shared/fixtures/nurse-registration'
import { type Citizen } from './citizen'
import { pdf, png } from './files'

/** 护士执业注册许可, first registration, by herself: the provider's ids (cloudfunctions/matters/<slug>/ids.json). */
export const NURSE = {
  account: '13000000102',
  matterId: 'SX120116000014',
  /** first; not over three years; by herself */
  optionIds: ['QX120116000014A01', 'QX120116000014B01', 'QX120116000014D01'],
  form: 'CL12011600001401',
} as const

let files = 0

/** Begins, uploads and delivers one file; each call sends other bytes. */
export async function attach(
  citizen: Citizen,
  place: { draftId: string; materialId: string; fieldId?: string },
  bytes: Buffer = place.fieldId ? png(`sign ${++files}`) : pdf(`file ${++files}`),
  fileName = place.fieldId ? '签名.png' : `材料 ${files}.pdf`,
) {
  const { attachment, cloudPath } = await citizen.call('attachment.begin', { ...place, fileName, size: bytes.length })
  const fileId = await citizen.upload(cloudPath, bytes)
  const delivered = await citizen.call('attachment.deliver', { attachmentId: attachment.attachmentId, fileId })
  return { ...delivered.attachment, fileId, cloudPath }
}

export const start = (citizen: Citizen, startKey = 'start-key-1') =>
  citizen.call('declaration.start', { matterId: NURSE.matterId, optionIds: [...NURSE.optionIds], startKey })

export const open = async (citizen: Citizen, draftId: string): Promise<Declaration> =>
  (await citizen.call('declaration.open', { draftId })).declaration

/** Files that each material needs before the provider takes the submit. @param all also those that need none */
export async function attachMaterials(citizen: Citizen, declaration: Declaration, all = false): Promise<void> {
  for (const material of declaration.materials) {
    const isNeeded = all || !(material.shareable || material.necessity === 'optional')
    if (material.kind !== 'attachment' || !isNeeded) continue
    for (let n = 0; n < Math.max(1, material.minCount); n += 1) {
      const { draftId } = declaration
      const place = { draftId, materialId: material.materialId }
      const isPhoto = !material.fileTypes.includes('pdf')
      if (isPhoto) await attach(citizen, place, png(`photo ${++files}`), '照片.png')
      else await attach(citizen, place)
    }
  }
}

/** A draft with everything filled in and every file delivered; resolves with its id and version. */
export async function completeDraft(
  citizen: Citizen,
  startKey?: string,
): Promise<{ draftId: string; version: number }> {
  const { draftId } = await start(citizen, startKey)
  const declaration = await open(citizen, draftId)
  const sign = (fieldId: string) => attach(citizen, { draftId, materialId: NURSE.form, fieldId })
  const applicant = await sign('applicant_sign')
  await attachMaterials(citizen, declaration)
  const answers = {
    ...minimalAnswers(toBeijingDate(Date.now()), applicant.attachmentId),
    // The applicant is the logged-in user.
    name: '虞青禾',
    birth: '1996-07-21',
    id_no: '120116199607210042',
    mobile: '13000000102',
  }
  const { version } = await citizen.call('declaration.save', {
    draftId,
    baseVersion: declaration.version,
    forms: [{ materialId: NURSE.form, answers }],
  })
  return { draftId, version }
}
