import { refuse } from '../../../support/gateway'
import { phone } from '../../../support/phone'
import {
  actions,
  add,
  file,
  gateway,
  keyOf,
  open,
  openFile,
  prepareAttachments,
  row,
  tiles,
  untilDelivered,
} from './attachments-page'

prepareAttachments()

test('uploads one after another and counts only what was delivered', async () => {
  const page = await open()
  phone.files = [file('a.jpg', 900), file('b.jpg', 900)]
  await add(page, 'chat')
  await untilDelivered(page, 2)
  expect(actions().slice(1)).toEqual([
    'attachment.begin',
    'attachment.deliver',
    'attachment.begin',
    'attachment.deliver',
  ])
  expect(page.text).toContain('材料齐了')
  expect(page.text).toContain('已到最多个数')
})

test('one failure does not touch the others; a retry asks for the same row and delivers it', async () => {
  const page = await open()
  const deliver = gateway.handlers['attachment.deliver']
  let failed = false
  gateway.handlers['attachment.deliver'] = (input) => {
    if (!failed) {
      failed = true
      return refuse({ code: 'UPSTREAM_UNAVAILABLE', retryable: true })
    }
    return deliver?.(input) ?? refuse({ code: 'INTERNAL', retryable: false })
  }
  phone.files = [file('first.jpg', 900), file('second.jpg', 900)]
  await add(page, 'chat')
  await untilDelivered(page, 1)
  expect(page.text).toContain('没传上')
  expect(page.text).toContain('一网通暂时没有响应')
  // The number for the staff stands in the file's sheet.
  const card = page.find('.material')
  await card.tap('.reason')
  expect(page.text).toContain('编号')
  await openFile(page, 'first.jpg')
  await untilDelivered(page, 2)
  const keys = gateway.calls
    .filter(({ action }) => action === 'attachment.begin')
    .map(({ input }) => (input as { uploadKey?: string }).uploadKey)
  expect(keys).toHaveLength(3)
  expect(keys[2]).toBe(keys[0])
  expect(keys[1]).not.toBe(keys[0])
})

const TWIN = '这个文件已经上传过了，不需要重复上传'

test.each([
  ['as it is delivered', () => refuse({ code: 'FILE_REFUSED', message: TWIN, retryable: false })],
  [
    'as a row',
    () => ({ attachment: row({ attachmentId: 'att-1', fileName: 'x.jpg', state: 'refused', refusal: TWIN }) }),
  ],
] as const)('a twin need not be uploaded again, and nothing says that it must be changed: %s', async (_, deliver) => {
  gateway.handlers['attachment.deliver'] = deliver
  const page = await open()
  phone.files = [file('x.jpg', 900)]
  await add(page, 'chat')
  await page.untilText(`${TWIN}。`)
  expect(page.text).not.toMatch(/更换|换一个|要求/)
})

test('cancelled by the citizen: nothing is left and nothing is reported', async () => {
  const page = await open()
  phone.files = []
  await add(page, 'album')
  expect(phone.modals).toEqual([])
  expect(actions()).toEqual(['declaration.open'])
})

test('an upload under way can be cancelled', async () => {
  const page = await open()
  let goOn = (): void => undefined
  const begin = gateway.handlers['attachment.begin']
  gateway.handlers['attachment.begin'] = async (input) => {
    await new Promise<void>((resolve) => (goOn = resolve))
    return begin?.(input) ?? refuse({ code: 'INTERNAL', retryable: false })
  }
  phone.files = [file('slow.jpg', 900)]
  await add(page, 'chat')
  await page.until(() => tiles(page).some((tile) => tile.includes('正在上传')), 'the upload')
  await page.tap('.bottom__next')
  expect(phone.modals.at(-1)?.title).toBe('还有文件正在上传')
  await page.call('onFileEvent', { type: 'cancel', detail: { key: keyOf(page, 'slow.jpg') } })
  goOn()
  await page.until(() => actions().includes('attachment.remove'), 'the row to be forgotten')
  expect(tiles(page)).toEqual([])
})
