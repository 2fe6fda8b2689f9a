import { type ActionName, type Input } from '../../miniprogram/shared/contract/actions'
import { agreedToday } from '../../miniprogram/shared/domain/consent'
import { type Citizen } from '../cloudfunctions/support/citizen'
import { pdf } from '../cloudfunctions/support/files'
import { FREIGHT } from '../cloudfunctions/support/freight'
import { attach, completeDraft, NURSE, start } from '../cloudfunctions/support/nurse'
import { addFile, askedCase, fileCase, onlyRound, PROOF } from '../cloudfunctions/support/supplement'

/** What the citizen has when she makes the call, and its input. @param key names this stage alone */
type Stages = { readonly [A in ActionName]?: (citizen: Citizen, key: string) => Promise<Input<A>> }

const HEALTH = 'CL12011600001405'
const RENEW = ['QX120116000014A03', 'QX120116000014D01']
const TABLE = { materialId: NURSE.form, fieldId: 'resume', fileName: '经历.csv' } as const

const draft = async (citizen: Citizen, key: string) => ({ draftId: (await start(citizen, key)).draftId })

async function begun(citizen: Citizen, key: string) {
  const { draftId } = await draft(citizen, key)
  const bytes = pdf(key)
  const file = { draftId, materialId: HEALTH, fileName: 'a.pdf', size: bytes.length, uploadKey: key }
  const { attachment, cloudPath } = await citizen.call('attachment.begin', file)
  return { attachmentId: attachment.attachmentId, fileId: await citizen.upload(cloudPath, bytes) }
}

async function answered(citizen: Citizen, key: string) {
  const caseNo = await askedCase(citizen, key, { withForm: true })
  await addFile(citizen, await onlyRound(citizen, caseNo))
  const { supplementId, version } = await onlyRound(citizen, caseNo)
  return { caseNo, supplementId, version }
}

/** How the citizen comes to the point where a page makes this call; an action without a stage has nothing that it could find. */
export const STAGES: Stages = {
  'account.bind': () =>
    Promise.resolve({
      subjectType: 'person',
      account: NURSE.account,
      password: 'Demo@2026',
      agreed: agreedToday('privacy', 'agreement'),
    }),
  'account.switch': async (citizen) => {
    await citizen.bind(FREIGHT.account, 'enterprise')
    return { subjectType: 'person' }
  },
  'account.unbind': () => Promise.resolve({ subjectType: 'person' }),
  'declaration.start': (_, startKey) =>
    Promise.resolve({ matterId: NURSE.matterId, optionIds: NURSE.optionIds, startKey }),
  'declaration.offers': draft,
  'declaration.save': async (citizen, key) => ({
    ...(await draft(citizen, key)),
    baseVersion: 1,
    forms: [{ materialId: NURSE.form, answers: { school: '虚构护理职业学院' } }],
  }),
  'declaration.changeSituation': async (citizen, key) => ({
    ...(await draft(citizen, key)),
    version: 1,
    optionIds: RENEW,
  }),
  'declaration.promise': async (citizen, key) => ({ ...(await draft(citizen, key)), version: 1, materialIds: [] }),
  'declaration.submit': completeDraft,
  'declaration.outcome': draft,
  'declaration.discard': draft,
  'attachment.begin': async (citizen, uploadKey) => ({
    ...(await draft(citizen, uploadKey)),
    materialId: HEALTH,
    fileName: 'a.pdf',
    size: 10,
    uploadKey,
  }),
  'attachment.deliver': begun,
  'attachment.remove': async (citizen, key) => {
    const { draftId } = await draft(citizen, key)
    return { attachmentId: (await attach(citizen, { draftId, materialId: HEALTH })).attachmentId }
  },
  'attachment.reuse': async (citizen, key) => {
    const { draftId } = await draft(citizen, key)
    const { last } = await citizen.call('attachment.earlier', { draftId, materialId: PROOF, pageNo: 1 })
    const earlierIds = last.ok ? last.value.slice(0, 1).map(({ earlierId }) => earlierId) : []
    return { draftId, materialId: PROOF, earlierIds }
  },
  'table.begin': async (citizen, key) => ({ ...(await draft(citizen, key)), ...TABLE, size: 10 }),
  'table.read': async (citizen, key) => {
    const bytes = Buffer.from('起止年月,学习或工作单位,专业或岗位,证明人\n')
    const place = { ...(await draft(citizen, key)), ...TABLE, size: bytes.length }
    const { importId, cloudPath } = await citizen.call('table.begin', place)
    return { importId, fileId: await citizen.upload(cloudPath, bytes) }
  },
  'supplement.saveForm': async (citizen, key) => {
    const { supplementId, version } = await answered(citizen, key)
    return { supplementId, baseVersion: version, forms: [{ materialId: NURSE.form, answers: { major: '护理学' } }] }
  },
  'supplement.submit': async (citizen, key) => {
    const { supplementId } = await answered(citizen, key)
    const answers = { major: '护理学' }
    const save = { supplementId, baseVersion: 1, forms: [{ materialId: NURSE.form, answers }] }
    const { version } = await citizen.call('supplement.saveForm', save)
    return { supplementId, version, remark: '已更换' }
  },
  'supplement.outcome': async (citizen, key) => ({ supplementId: (await answered(citizen, key)).supplementId }),
  'evaluation.submit': async (citizen, key) => {
    const caseNo = await fileCase(citizen, key)
    for (const status of ['32', '90']) citizen.system.provider.office.setStatus(caseNo, status)
    return { caseNo, score: 5, optionCodes: [], comment: '' }
  },
}
