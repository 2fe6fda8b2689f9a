import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Attachment } from '../../../../miniprogram/shared/domain/attachment'
import type { Declaration } from '../../../../miniprogram/shared/domain/declaration'
import { refuse, startGateway, type Gateway } from '../../../support/gateway'
import { phone } from '../../../support/phone'
import type { Screen } from '../../../support/screen'
import { openPage, plugIn, unplug } from '../../../support/simulate'
import { AS_PERSON, PHOTO } from '../../fixtures'
import { declaration } from './declaration-fixture'

const PATH = 'packages/declare/pages/attachments/attachments'
const folder = mkdtempSync(join(tmpdir(), 'declare-attachments-'))

let gateway: Gateway
let server: Declaration
let minted = 0

const row = (more: Partial<Attachment>): Attachment => ({
  attachmentId: 'att-0',
  materialId: PHOTO.materialId,
  fileName: 'old.jpg',
  size: 1000,
  state: 'delivered',
  ...more,
})

/** A file on the phone. */
function file(name: string, size: number) {
  const path = join(folder, name)
  const bytes = Buffer.alloc(Math.min(size, 1000), 1)
  if (/\.jpg$/.test(name)) Buffer.from('ffd8ffe0', 'hex').copy(bytes)
  writeFileSync(path, bytes)
  return { path, name, size }
}

beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  return gateway.close()
})
beforeEach(() => {
  server = declaration()
  minted = 0
  gateway.calls.length = 0
  const rows = new Map<string, Attachment>()
  gateway.handlers = {
    'declaration.open': () => ({ account: AS_PERSON, declaration: server }),
    'attachment.begin': ({ materialId, fileName, size }) => {
      minted += 1
      const attachment = row({ attachmentId: `att-${minted}`, materialId, fileName, size, state: 'queued' })
      rows.set(attachment.attachmentId, attachment)
      return { attachment, cloudPath: `uploads/${minted}/${fileName}` }
    },
    'attachment.deliver': ({ attachmentId }) => ({
      attachment: { ...(rows.get(attachmentId) ?? row({})), state: 'delivered' },
    }),
    'attachment.remove': () => ({}),
  }
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

const open = async (): Promise<Screen> => {
  const page = await openPage(PATH, { draftId: 'draft-1' })
  await page.untilText('尚未提交')
  return page
}
const add = (page: Screen, source: string) => page.call('onAdd', { detail: { materialId: PHOTO.materialId, source } })
const actions = () => gateway.calls.map(({ action }) => action)
const keyOf = (page: Screen, name: string): string => {
  const materials = page.node.data['materials'] as { files: { key: string; name: string }[] }[]
  return materials[0]?.files.find((shown) => shown.name === name)?.key ?? ''
}

test('opens with one call and says what each material needs', async () => {
  const page = await open()
  expect(actions()).toEqual(['declaration.open'])
  expect(page.text).toContain('近期免冠照片')
  expect(page.text).toContain('必交')
  expect(page.text).toContain('格式：jpg、png；单个不超过 2 MB')
  expect(page.text).toContain('已送达 0 个，需要 1 至 2 个')
  expect(page.text).toContain('还有 1 项材料没有传齐')
  expect(page.text).not.toContain('护士执业注册申请审核表')
})

test('uploads one after another and counts only what was delivered', async () => {
  const page = await open()
  phone.files = [file('a.jpg', 900), file('b.jpg', 900)]
  await add(page, 'chat')
  await page.untilText('已送达 2 个')
  expect(actions().slice(1)).toEqual([
    'attachment.begin',
    'attachment.deliver',
    'attachment.begin',
    'attachment.deliver',
  ])
  expect(page.text).toContain('需要上传的材料已齐')
  expect(page.text).toContain('已到最多个数')
})

test.each([
  ['too large', file('big.jpg', 3 * 1024 * 1024), '文件有 3 MB，超过了单个 2 MB 的上限'],
  ['empty', file('empty.jpg', 0), '这个文件是空的'],
  ['of another type', file('note.docx', 900), '只接收 jpg、png'],
])('a file that is %s is refused before upload, with the reason beside it', async (_, picked, reason) => {
  const page = await open()
  phone.files = [picked, file('good.jpg', 900)]
  await add(page, 'chat')
  await page.untilText('已送达 1 个')
  expect(page.text).toContain(reason)
  expect(gateway.calls.filter(({ action }) => action === 'attachment.begin')).toHaveLength(1)
  await page.call('onFileEvent', {
    type: 'remove',
    detail: { key: keyOf(page, picked.name), attachmentId: '', name: picked.name },
  })
  expect(page.text).not.toContain(reason)
})

test('pictures, films and files of a chat can all be chosen; what the material does not take is told beside it', async () => {
  const page = await open()
  phone.files = [file('chat.jpg', 900), file('film.mp4', 900), file('paper.pdf', 900)]
  await add(page, 'chat')
  await page.untilText('已送达 1 个')
  expect(phone.files).toEqual([file('paper.pdf', 900)])
  await add(page, 'chat')
  await page.untilText('paper.pdf')
  expect(page.text.match(/文件类型不符合要求，只接收 jpg、png/g)).toHaveLength(2)
  expect(gateway.calls.filter(({ action }) => action === 'attachment.begin')).toHaveLength(1)
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
  await page.untilText('已送达 1 个')
  expect(page.text).toContain('没有传成功')
  expect(page.text).toContain('一网通暂时没有响应')
  expect(page.text).toContain('编号')
  await page.call('onFileEvent', { type: 'retry', detail: { key: keyOf(page, 'first.jpg') } })
  await page.untilText('已送达 2 个')
  expect(page.text).not.toContain('编号')
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

test('a file that the office side refused says why', async () => {
  const refusal = '文件已损坏或不完整，请用原来的软件打开后另存，再上传'
  gateway.handlers['attachment.deliver'] = () => ({
    attachment: row({ attachmentId: 'att-1', fileName: 'x.jpg', state: 'refused', refusal }),
  })
  const page = await open()
  phone.files = [file('x.jpg', 900)]
  await add(page, 'chat')
  await page.untilText(`${refusal}。`)
  expect(page.text).toContain('未通过')
  expect(page.text).toContain('已送达 0 个')
})

test('shows every state of the ledger in words', async () => {
  server = declaration({
    attachments: [
      row({ attachmentId: 'a', fileName: 'done.jpg' }),
      row({ attachmentId: 'b', fileName: 'stuck.jpg', state: 'queued' }),
      row({ attachmentId: 'c', fileName: 'moving.jpg', state: 'stored' }),
      row({ attachmentId: 'd', fileName: 'sign.png', fieldId: 'sign' }),
    ],
  })
  const page = await open()
  expect(page.text).toContain('done.jpg1000 字节已送达')
  expect(page.text).toContain('没有传完')
  expect(page.text).toContain('已上传，正在检查')
  expect(page.text).not.toContain('sign.png')
})

test('asks before it removes; a failed removal says that the file is still there', async () => {
  server = declaration({ attachments: [row({ attachmentId: 'att-9' })] })
  const page = await open()
  const detail = { key: 'att-9', attachmentId: 'att-9', name: 'old.jpg' }
  phone.agrees = false
  await page.call('onFileEvent', { type: 'remove', detail })
  expect(actions()).not.toContain('attachment.remove')
  phone.agrees = true
  gateway.handlers['attachment.remove'] = () => refuse({ code: 'INTERNAL', retryable: true })
  await page.call('onFileEvent', { type: 'remove', detail })
  expect(phone.modals.at(-1)?.content).toContain('文件还在，没有删除')
  expect(page.text).toContain('old.jpg')
  gateway.handlers['attachment.remove'] = () => ({})
  await page.call('onFileEvent', { type: 'remove', detail })
  await page.until(() => !page.text.includes('old.jpg'), 'the file to go')
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
  await page.untilText('正在上传')
  await page.tap('.bottom__next')
  expect(phone.modals.at(-1)?.title).toBe('还有文件正在上传')
  await page.call('onFileEvent', { type: 'cancel', detail: { key: keyOf(page, 'slow.jpg') } })
  goOn()
  await page.until(() => actions().includes('attachment.remove'), 'the row to be forgotten')
  expect(page.text).not.toContain('slow.jpg')
})

describe('looking at a file', () => {
  const preview = async (url: string, name: string): Promise<void> => {
    server = declaration({ attachments: [row({ attachmentId: 'att-9', fileName: name })] })
    gateway.handlers['attachment.preview'] = () => ({ url, expiresAt: '2026-11-02T14:00:00+08:00' })
    const page = await open()
    await page.call('onFileEvent', { type: 'preview', detail: { attachmentId: 'att-9', name } })
    await page.until(() => phone.opened.length > 0 || phone.modals.length > 0, 'the file or a message')
  }

  test('a picture is shown from its short-lived address', async () => {
    await preview('http://127.0.0.1:1/a.jpg', 'a.jpg')
    expect(phone.opened).toEqual(['http://127.0.0.1:1/a.jpg'])
  })

  test('a document that cannot be fetched is said plainly; it is still delivered', async () => {
    await preview('http://127.0.0.1:1/a.pdf', 'a.pdf')
    expect(phone.modals.at(-1)?.title).toBe('文件没有打开')
    expect(phone.modals.at(-1)?.content).toContain('不影响申报')
  })
})
