import { ENDINGS } from '../../cloudfunctions/stores/retention'
import { draftId, HEALTH, ID_COPY, nurse, prepareDraft, system } from './support/attachment-draft'
import { databaseOf } from './support/database'
import { pdf } from './support/files'
import { attach, NURSE } from './support/nurse'

/** What the provider has confirmed to have leaves our storage after seven days; it is shown all the same. */

prepareDraft()

const HELD_MS = ENDINGS.deliveredBytes.afterMs

const stored = () => system.cloud.storedFiles().map(({ path }) => path)
const cleanUp = async () =>
  expect(await system.cloud.runInConsole('scheduler', { job: 'clean-up' })).toMatchObject({
    ok: true,
    result: { ok: true },
  })
/** As if the delivery had been so long ago, in ms. */
async function delivered(attachmentId: string, agoMs: number): Promise<void> {
  const { rows, update } = databaseOf(system)
  const [row] = await rows('attachments', { _id: attachmentId })
  await update('attachments', { _id: attachmentId }, { bytesUntil: Number(row?.['bytesUntil']) - agoMs })
}
/** How many pictures the sheet of the draft has. */
async function printed(): Promise<number> {
  const { version } = (await nurse.call('declaration.open', { draftId })).declaration
  const { url } = await nurse.call('declaration.print', { draftId, version })
  return (await bytesAt(url)).toString('latin1').split('/Subtype /Image').length - 1
}
const bytesAt = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer())

test('the bytes of a delivered file leave storage after seven days, not before; the file stays, and is shown from the provider', async () => {
  const content = pdf('health of the nurse')
  const old = await attach(nurse, { draftId, materialId: HEALTH }, content)
  const young = await attach(nurse, { draftId, materialId: HEALTH }, pdf('a younger one'))
  await delivered(old.attachmentId, HELD_MS + 1000)
  await delivered(young.attachmentId, HELD_MS - 60_000)
  await cleanUp()
  expect(stored()).not.toContain(old.cloudPath)
  expect(stored()).toContain(young.cloudPath)
  const { declaration } = await nurse.call('declaration.open', { draftId })
  const states = declaration.attachments.map(({ attachmentId, state }) => [attachmentId, state])
  expect(states).toContainEqual([old.attachmentId, 'delivered'])

  const offered = await nurse.call('attachment.preview', { attachmentId: old.attachmentId })
  expect((await bytesAt(offered.url)).equals(content)).toBe(true)
  // Nothing is left to do, and nothing is done twice.
  await cleanUp()
  expect(stored()).toContain(young.cloudPath)
})

test('when the provider does not answer either, the citizen is told so, and tries again', async () => {
  const file = await attach(nurse, { draftId, materialId: HEALTH }, pdf('nobody answers'))
  await delivered(file.attachmentId, HELD_MS + 1000)
  await cleanUp()
  system.provider.faults.set({ match: { functionNo: 8 }, kind: 'status', status: 503 })
  expect(await nurse.failure('attachment.preview', { attachmentId: file.attachmentId })).toMatchObject({
    retryable: true,
  })
})

test('a file that was not delivered is neither kept so long nor asked of the provider', async () => {
  const begun = await nurse.call('attachment.begin', { draftId, materialId: ID_COPY, fileName: 'x.pdf', size: 9 })
  expect(await nurse.code('attachment.preview', { attachmentId: begun.attachment.attachmentId })).toBe('NOT_FOUND')
})

test('a signature whose bytes have left storage is printed all the same', async () => {
  const sign = await attach(nurse, { draftId, materialId: NURSE.form, fieldId: 'applicant_sign' })
  const { declaration } = await nurse.call('declaration.open', { draftId })
  const forms = [{ materialId: NURSE.form, answers: { applicant_sign: [sign.attachmentId] } }]
  await nurse.call('declaration.save', { draftId, baseVersion: declaration.version, forms })
  const before = await printed()
  await delivered(sign.attachmentId, HELD_MS + 1000)
  await cleanUp()
  expect(stored()).not.toContain(sign.cloudPath)
  expect(await printed()).toBe(before)
  expect(before).toBeGreaterThan(0)
})
