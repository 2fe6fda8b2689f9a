import { abandonAttachments, removeUndelivered } from '../../cloudfunctions/stores/attachments'
import { mintPath } from '../../cloudfunctions/domain/storage/minted-path'
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

test('what arrives at a path after its upload was given up goes too: begun anew, removed, or with its draft', async () => {
  const other = new Citizen(system, 'gives-up')
  await other.bind('13000000103')
  const own = await start(other)
  const begin = (uploadKey: string) =>
    other.call('attachment.begin', { draftId: own.draftId, materialId: HEALTH, fileName: 'x.pdf', size: 9, uploadKey })
  const anew = await begin('late-key-1')
  const removed = await begin('late-key-1')
  await other.call('attachment.remove', { attachmentId: removed.attachment.attachmentId })
  const discarded = await begin('late-key-2')
  await other.call('declaration.discard', { draftId: own.draftId })
  const paths = [anew, removed, discarded].map(({ cloudPath }) => cloudPath)
  expect(new Set(paths).size).toBe(3)
  for (const path of paths) await other.upload(path, pdf('late'))
  const left = () => system.cloud.storedFiles().filter(({ path }) => paths.includes(path))
  expect(left()).toHaveLength(3)
  await databaseOf(system).update('temporary_files', { openid: other.openid }, { createdAt: 1 })
  await system.cloud.runInConsole('scheduler', { job: 'clean-up' })
  expect(left()).toEqual([])
})

test('only a path that was minted is stored to, and only one of the last two hours is taken from', async () => {
  for (const path of ['uploads/a/b/c/d.exe', 'uploads/x.pdf', 'made/1/file.pdf']) {
    await expect(nurse.upload(path, pdf('odd'))).rejects.toThrow('storage rules')
  }
  const begun = await nurse.call('attachment.begin', { draftId, materialId: ID_COPY, fileName: 'x.pdf', size: 9 })
  const { attachmentId } = begun.attachment
  const old = mintPath('pdf', Date.now() - 2.1 * 3600_000)
  await databaseOf(system).update('attachments', { _id: attachmentId }, { cloudPath: old })
  const fileId = await nurse.upload(old, pdf('too late'))
  expect(await nurse.failure('attachment.deliver', { attachmentId, fileId })).toMatchObject({
    code: 'FILE_REFUSED',
    retryable: true,
    message: '上传用的时间太长了，请重新上传',
  })
  await nurse.call('attachment.remove', { attachmentId })
})

test('a removed file does not count against its place', async () => {
  const other = new Citizen(system, 'replaces')
  await other.bind('13000000103')
  const own = await start(other)
  const place = { draftId: own.draftId, materialId: HEALTH }
  for (let n = 0; n < 4; n += 1) {
    const file = await attach(other, place, pdf(`replaced ${n}`))
    await other.call('attachment.remove', { attachmentId: file.attachmentId })
  }
  expect(await databaseOf(system).count('attachments', { draftId: own.draftId })).toMatchObject({ total: 0 })
})
