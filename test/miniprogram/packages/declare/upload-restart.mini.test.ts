import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Receipt } from '../../../../miniprogram/shared/domain/declaration'
import { refuse } from '../../../support/gateway'
import { phone } from '../../../support/phone'
import { openPage } from '../../../support/simulate'
import { AS_PERSON } from '../../fixtures'
import { tiles, untilDelivered } from './attachments-page'
import { add, become, delivered, file, gateway, MATERIAL, open, prepareUpload, rows } from './restarted-upload'

prepareUpload()

const receipt: Receipt = {
  matterName: '护士执业注册许可',
  caseNo: 'GX202611020001',
  applicantName: '欧**五',
  statusName: '已提交',
  submittedAt: '2026-11-02T12:10:00+08:00',
  delivered: 1,
  total: 1,
  missing: [],
  promised: [],
}

const keptFiles = (): string[] => readdirSync(phone.userDataPath)

/** Five picked files, of which one arrived when everything stops. */
async function killedAfterOne(): Promise<void> {
  const page = await open()
  const begin = gateway.handlers['attachment.begin']
  let begun = 0
  gateway.handlers['attachment.begin'] = (input) => {
    begun += 1
    return begun > 1 ? new Promise(() => undefined) : (begin?.(input) as never)
  }
  phone.files = ['1', '2', '3', '4', '5'].map((name) => file(`${name}.jpg`))
  await add(page)
  await page.until(() => begun === 2 && delivered().length === 1, 'the second upload')
  await page.until(() => keptFiles().length === 4, 'four kept files')
  gateway.handlers['attachment.begin'] = begin
}

test('a queue that was cut off goes on after the restart: none lost, none doubled, nothing left behind', async () => {
  await killedAfterOne()
  const page = await open()
  await untilDelivered(page, 5)
  expect(delivered().sort()).toEqual(['1.jpg', '2.jpg', '3.jpg', '4.jpg', '5.jpg'])
  expect(rows.size).toBe(5)
  await page.until(() => keptFiles().length === 0, 'the kept files to go')
  await page.until(() => !phone.storage.has('encrypted:uploads.draft-1'), 'the list to go')
})

test('an upload whose answer was lost in the kill is found delivered, and not sent again', async () => {
  await killedAfterOne()
  const [first] =
    (phone.storage.get('encrypted:uploads.draft-1') as { key: string; name: string; size: number }[]) ?? []
  if (!first) throw new Error('nothing kept')
  const row = { attachmentId: 'att-x', materialId: MATERIAL.materialId, fileName: first.name, size: first.size }
  rows.set(first.key, { ...row, state: 'delivered' })
  const page = await open()
  await untilDelivered(page, 5)
  const again = gateway.calls.filter(
    ({ action, input }) =>
      action === 'attachment.deliver' && (input as { attachmentId: string }).attachmentId === 'att-x',
  )
  expect(again).toEqual([])
  expect(rows.size).toBe(5)
})

test('a file that the phone lost meanwhile says so; the others go on', async () => {
  await killedAfterOne()
  const lost = keptFiles()[0] ?? ''
  rmSync(join(phone.userDataPath, lost))
  const page = await open()
  await untilDelivered(page, 4)
  expect(page.text).toContain('这个文件已经不在手机里了')
  expect(page.text).toContain('请重新选择')
})

test('after the draft was submitted the rest is forgotten, files and list', async () => {
  await killedAfterOne()
  become('submitted')
  const page = await open()
  await page.until(() => phone.visits.length > 0, 'the receipt')
  expect(keptFiles()).toEqual([])
  expect(phone.storage.has('encrypted:uploads.draft-1')).toBe(false)
})

test('the receipt forgets it as well, with answers that were not saved', async () => {
  await killedAfterOne()
  phone.storage.set('encrypted:draft.draft-1', { baseVersion: 1, changes: {}, keptAt: 0 })
  gateway.handlers['declaration.outcome'] = () => ({ state: 'submitted', receipt, account: AS_PERSON, version: 3 })
  const page = await openPage('packages/declare/pages/receipt/receipt', { draftId: 'draft-1' })
  await page.untilText(receipt.caseNo)
  await page.until(() => keptFiles().length === 0, 'the files to go')
  await page.until(() => ![...phone.storage.keys()].some((key) => key.endsWith('.draft-1')), 'the rest to go')
})

test('the list is kept encrypted, and never in the clear', async () => {
  await killedAfterOne()
  expect([...phone.storage.keys()].filter((key) => key.includes('uploads'))).toEqual(['encrypted:uploads.draft-1'])
})

test('without room on the phone a file is uploaded all the same, and the page says what to mind', async () => {
  const page = await open()
  phone.filesFull = true
  const begin = gateway.handlers['attachment.begin']
  let goOn: (() => void) | undefined
  gateway.handlers['attachment.begin'] = async (input) => {
    await new Promise<void>((resolve) => (goOn = resolve))
    return begin?.(input) as never
  }
  phone.files = [file('full.jpg')]
  await add(page)
  await page.untilText('手机空间不足，传完之前请不要关闭小程序')
  await page.until(() => goOn !== undefined, 'the upload')
  goOn?.()
  await untilDelivered(page, 1)
})

test('a cancelled file leaves the phone too', async () => {
  await killedAfterOne()
  gateway.handlers['attachment.begin'] = () => new Promise(() => undefined)
  const page = await open()
  await page.until(() => tiles(page).some((tile) => tile.startsWith('5.jpg')), 'the queue')
  const materials = page.node.data['materials'] as { files: { key: string; name: string }[] }[]
  const key = materials[0]?.files.find(({ name }) => name === '5.jpg')?.key
  await page.call('onFileEvent', { type: 'cancel', detail: { key } })
  await page.until(() => keptFiles().length === 3, 'the file to go')
  expect(tiles(page).join()).not.toContain('5.jpg')
})

test('what only the network stopped goes on by itself when the page shows again', async () => {
  const page = await open()
  phone.online = false
  phone.files = [file('offline.jpg')]
  await add(page)
  await page.untilText('没传上')
  phone.online = true
  await page.call('onShow')
  await untilDelivered(page, 1)
  expect(rows.size).toBe(1)
})

test.each([
  ['INTERNAL', true],
  ['UPSTREAM_UNAVAILABLE', true],
  ['BINDING_EXPIRED', false],
  ['FILE_REFUSED', false],
] as const)('a delivery that ended in %s goes on by itself: %s', async (code, goesOn) => {
  const page = await open()
  const deliver = gateway.handlers['attachment.deliver']
  gateway.handlers['attachment.deliver'] = () => refuse({ code, retryable: true })
  phone.files = [file('unclear.jpg')]
  await add(page)
  await page.until(() => gateway.calls.some(({ action }) => action === 'attachment.deliver'), 'the delivery')
  await page.until(() => page.find('.material').has('.file__reason'), 'the failure')
  // The queue is told of it a moment after the page.
  await page.rest()
  gateway.handlers['attachment.deliver'] = deliver
  const before = gateway.calls.length
  await page.call('onShow')
  if (goesOn) await untilDelivered(page, 1)
  else expect(gateway.calls.slice(before).map(({ action }) => action)).not.toContain('attachment.begin')
})
