import { abandonAttachments, removeUndelivered } from '../../cloudfunctions/stores/attachments'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { pdf } from './support/files'
import { attach, NURSE, start } from './support/nurse'
import { draftId, HEALTH, ID_COPY, nurse, prepareDraft, system } from './support/attachment-draft'

prepareDraft()

test('the clean-up forgets uploads that never arrived, and nothing else', async () => {
  const kept = await attach(nurse, { draftId, materialId: HEALTH }, pdf('kept'))
  const stale = await nurse.call('attachment.begin', { draftId, materialId: HEALTH, fileName: 'z.pdf', size: 9 })
  const { update, rows } = databaseOf(system)
  await update('attachments', { draftId }, { createdAt: Date.now() - 25 * 3600 * 1000 })
  expect(await system.cloud.runInConsole('scheduler', { job: 'clean-up' })).toMatchObject({
    ok: true,
    result: { ok: true },
  })
  expect(await rows('attachments', { _id: stale.attachment.attachmentId })).toEqual([])
  expect(await rows('attachments', { _id: kept.attachmentId })).toHaveLength(1)
})

test('a file that was delivered since the clean-up listed it stays', async () => {
  const file = await attach(nurse, { draftId, materialId: ID_COPY }, pdf('just in time'))
  const { rows } = databaseOf(system)
  expect(await removeUndelivered(file.attachmentId)).toBe(false)
  expect(await rows('attachments', { _id: file.attachmentId })).toHaveLength(1)
  await nurse.call('attachment.remove', { attachmentId: file.attachmentId })
})

test('a file that was stored but never delivered leaves storage with its row: removed, or cleaned up', async () => {
  const kept = await attach(nurse, { draftId, materialId: ID_COPY }, pdf('stays'))
  const stored = () => system.cloud.storedFiles().map(({ path }) => path)
  const lost: string[] = []
  for (const end of ['removed', 'cleaned up'] as const) {
    const begun = await nurse.call('attachment.begin', { draftId, materialId: ID_COPY, fileName: 'x.pdf', size: 9 })
    await nurse.upload(begun.cloudPath, pdf(end))
    expect(stored()).toContain(begun.cloudPath)
    lost.push(begun.cloudPath)
    const { attachmentId } = begun.attachment
    if (end === 'removed') await nurse.call('attachment.remove', { attachmentId })
    else {
      await databaseOf(system).update('attachments', { _id: attachmentId }, { createdAt: 1 })
      await system.cloud.runInConsole('scheduler', { job: 'clean-up' })
    }
  }
  expect(stored().filter((path) => lost.includes(path))).toEqual([])
  expect(stored()).toContain(kept.cloudPath)
})

test('what a discard that broke off left behind goes with the clean-up, delivered or not', async () => {
  const other = new Citizen(system, 'discards')
  await other.bind(NURSE.account)
  const own = await start(other)
  const file = await attach(other, { draftId: own.draftId, materialId: HEALTH }, pdf('left behind'))
  const { update, rows } = databaseOf(system)
  await abandonAttachments(own.draftId)
  await update('attachments', { draftId: own.draftId }, { createdAt: 1 })
  await system.cloud.runInConsole('scheduler', { job: 'clean-up' })
  expect(await rows('attachments', { draftId: own.draftId })).toEqual([])
  expect(system.cloud.storedFiles().map(({ path }) => path)).not.toContain(file.cloudPath)
})
