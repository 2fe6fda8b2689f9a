import { setTimeout as sleep } from 'node:timers/promises'
import { ACTION_FACTS, type ActionName } from '../../miniprogram/shared/contract/actions'
import { type Citizen } from '../cloudfunctions/support/citizen'
import { databaseOf } from '../cloudfunctions/support/database'
import { attach, NURSE, start } from '../cloudfunctions/support/nurse'
import { SOUND_INPUTS } from '../cloudfunctions/support/sound-inputs'
import { addFile, askedCase, onlyRound } from '../cloudfunctions/support/supplement'

/** Members of inputs that name what belongs to nobody: the catalogue's, a choice, or the caller's own login. */
const NOBODYS: readonly string[] = [
  'matterId',
  'optionIds',
  'materialId',
  'materialIds',
  'fieldId',
  'account',
  'subjectType',
  'kind',
  'text',
]

/** Members of inputs that name what belongs to somebody. */
export const OWNED = [
  'draftId',
  'supplementId',
  'attachmentId',
  'fileId',
  'caseNo',
  'documentId',
  'earlierId',
  'earlierIds',
  'importId',
  'archiveId',
  'messageIds',
] as const

/** By member of an input: what the owner has under it; a member may name things of several kinds. */
export type Owned = Readonly<Record<string, readonly string[]>>

/** The members of an action's input that name something of somebody: what it says of itself, and what looks like an id. */
export function ownedMembers(action: ActionName): readonly string[] {
  const facts: { readonly objects?: readonly string[] } = ACTION_FACTS[action]
  const members = Object.keys(SOUND_INPUTS[action]).filter((key) => /(Id|Ids|No)$/.test(key) && key !== 'pageNo')
  return [...new Set([...members, ...(facts.objects ?? [])])].filter((key) => !NOBODYS.includes(key))
}

/** Something of each kind that a citizen can have. */
export async function makeOwned(owner: Citizen): Promise<Readonly<Record<(typeof OWNED)[number], readonly string[]>>> {
  const caseNo = await askedCase(owner, `owned-${owner.id}`, { withForm: true })
  const round = await onlyRound(owner, caseNo)
  await addFile(owner, round)
  const { draftId } = await start(owner, `owned-${owner.id}`)
  const { attachmentId, fileId } = await attach(owner, { draftId, materialId: 'CL12011600001406' })
  const { page } = await owner.call('case.list', { category: 'finished', pageNo: 1 })
  const caseNos = [caseNo, ...page.rows.slice(0, 1).map((row) => row.caseNo)]
  const database = databaseOf(owner.system)
  const [file] = await database.rows('attachments', { _id: attachmentId })
  const attachId = String(file?.attachId)
  await database.update('case_watches', { caseNo }, { pollAt: 0 })
  await owner.system.cloud.runInConsole('scheduler', { job: 'poll' })
  const place = { draftId, materialId: NURSE.form, fieldId: 'resume' }
  const { importId } = await owner.call('table.begin', { ...place, fileName: '经历.csv', size: 10 })
  const archiveId = await fetchArchive(owner, caseNos.at(-1) ?? '')
  const messages = await database.rows('messages', { openid: owner.openid })
  return {
    draftId: [draftId, round.supplementId],
    supplementId: [round.supplementId, draftId],
    attachmentId: [attachmentId],
    fileId: [fileId, attachId],
    caseNo: caseNos,
    documentId: [attachId],
    earlierId: [attachId],
    earlierIds: [attachId],
    importId: [importId, archiveId],
    archiveId: [archiveId, attachmentId],
    messageIds: messages.map(({ _id }) => String(_id)).slice(0, 1),
  }
}

/** Asked for again while the provider packs. */
async function fetchArchive(owner: Citizen, caseNo: string): Promise<string> {
  for (let left = 20; left > 0; left -= 1) {
    const answer = await owner.call('archive.fetch', { caseNo })
    if (answer.state === 'ready') return answer.archive.archiveId
    await sleep(answer.retryAfterMs)
  }
  throw new Error(`${caseNo} is never packed`)
}
