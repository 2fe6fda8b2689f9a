import { refuse } from '../../../support/gateway'
import { phone } from '../../../support/phone'
import { PHOTO } from '../../fixtures'
import { declaration, FORM_ID } from './declaration-fixture'
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
  serve,
  tiles,
  untilDelivered,
} from './attachments-page'

prepareAttachments()

test('opens with one call and says what each material needs', async () => {
  const page = await open()
  expect(actions()).toEqual(['declaration.open'])
  expect(page.text).toContain('近期免冠照片')
  expect(page.text).toContain('必交')
  expect(page.text).toContain('1–2 个，图片')
  expect(page.text).toContain('还差 1 项材料')
  await page.find('.material').tap('.add')
  expect(page.text).toContain('每个不超过 2 MB（jpg、png）')
  expect(page.text).not.toContain('护士执业注册申请审核表')
})

test('上一步 leads to the last step of the forms, also where no form lies beneath', async () => {
  const page = await open()
  await page.tap('.bottom__back')
  await page.until(() => phone.visits.length > 0, 'the form')
  expect(phone.visits.at(-1)).toEqual({
    verb: 'redirectTo',
    url: `/packages/declare/pages/form/form?draftId=draft-1&materialId=${FORM_ID}&sectionId=edu`,
  })
})

test.each([
  ['too large', file('big.jpg', 3 * 1024 * 1024), '文件有 3 MB，超过了单个 2 MB 的上限'],
  ['empty', file('empty.jpg', 0), '这个文件是空的'],
  ['of another type', file('note.docx', 900), '只接收 jpg、png'],
])('a file that is %s is refused before upload, with the reason beside it', async (_, picked, reason) => {
  const page = await open()
  phone.files = [picked, file('good.jpg', 900)]
  await add(page, 'chat')
  await untilDelivered(page, 1)
  expect(page.text).toContain(reason)
  expect(gateway.calls.filter(({ action }) => action === 'attachment.begin')).toHaveLength(1)
  await page.call('onFileEvent', {
    type: 'remove',
    detail: { key: keyOf(page, picked.name), attachmentId: '', name: picked.name },
  })
  expect(page.text).not.toContain(reason)
})

test('what did not come is named in the head and by 下一步, and leaving it out is a choice', async () => {
  serve({ ...declaration(), attachments: [row({})] })
  const page = await open()
  phone.files = [file('note.docx', 900)]
  await add(page, 'chat')
  await page.untilText('1 个文件没有传上')
  expect(page.text).not.toContain('材料齐了')
  phone.agrees = false
  await page.tap('.bottom__next')
  await page.until(() => phone.modals.length > 0, 'the question')
  expect(phone.modals.at(-1)).toMatchObject({ title: '1 个文件没有传上' })
  expect(phone.modals.at(-1)?.content).toContain('note.docx没有传上，不会提交给窗口')
  expect(phone.visits).toEqual([])
  phone.agrees = true
  await page.tap('.bottom__next')
  await page.until(() => phone.visits.length > 0, 'the review')
})

test('pictures, films and files of a chat can all be chosen; what the material does not take is told beside it', async () => {
  const page = await open()
  phone.files = [file('chat.jpg', 900), file('film.mp4', 900), file('paper.pdf', 900)]
  await add(page, 'chat')
  await untilDelivered(page, 1)
  expect(phone.files).toEqual([file('paper.pdf', 900)])
  await add(page, 'chat')
  await page.untilText('paper.pdf')
  expect(page.text.match(/文件类型不符合要求，只接收 jpg、png/g)).toHaveLength(2)
  expect(gateway.calls.filter(({ action }) => action === 'attachment.begin')).toHaveLength(1)
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
  expect(tiles(page)).toEqual(['x.jpg 未通过'])
  await untilDelivered(page, 0)
})

test('shows every state of the ledger in words', async () => {
  serve(
    declaration({
      attachments: [
        row({ attachmentId: 'a', fileName: 'done.jpg' }),
        row({ attachmentId: 'b', fileName: 'stuck.jpg', state: 'queued' }),
        row({ attachmentId: 'c', fileName: 'moving.jpg', state: 'stored' }),
        row({ attachmentId: 'd', fileName: 'sign.png', fieldId: 'sign' }),
      ],
    }),
  )
  const page = await open()
  expect(tiles(page)).toEqual(['done.jpg 已送达', 'stuck.jpg 没有传完', 'moving.jpg 已上传，正在检查'])
  expect(page.text).toContain('stuck.jpg：上次没有传完。请删除后重新添加。')
  expect(page.text).not.toContain('sign.png')
})

test('a tap on a tile says what the file is, and what can be done with it', async () => {
  serve(declaration({ attachments: [row({ attachmentId: 'att-9' })] }))
  const page = await open()
  const card = await openFile(page, 'old.jpg')
  expect(page.text).toContain('不到 1 KB · 已送达')
  gateway.handlers['attachment.preview'] = () => ({ url: 'http://127.0.0.1:1/a.jpg', expiresAt: '' })
  await card.find('.file-sheet').tap('.act_preview')
  await page.until(() => phone.opened.length > 0, 'the picture')
})

test('what is unfinished stands first, and stays where it is while it is worked on', async () => {
  const other = { ...PHOTO, materialId: 'CL-2', name: '健康证明' }
  serve(
    declaration({
      materials: [PHOTO, other],
      attachments: [row({ attachmentId: 'att-9', fileName: 'done.jpg' })],
    }),
  )
  const page = await open()
  const names = (): unknown => (page.node.data['materials'] as { name: string }[]).map(({ name }) => name)
  expect(names()).toEqual(['健康证明', PHOTO.name])
  phone.files = [file('b.jpg', 900)]
  await page.call('onAdd', { detail: { materialId: 'CL-2', source: 'chat' } })
  await untilDelivered(page, 1)
  expect(page.text).toContain('材料齐了')
  expect(names()).toEqual(['健康证明', PHOTO.name])
})

test('asks before it removes; a failed removal says that the file is still there', async () => {
  serve(declaration({ attachments: [row({ attachmentId: 'att-9' })] }))
  const page = await open()
  const detail = { key: 'att-9', attachmentId: 'att-9', name: 'old.jpg' }
  phone.agrees = false
  await page.call('onFileEvent', { type: 'remove', detail })
  expect(actions()).not.toContain('attachment.remove')
  phone.agrees = true
  gateway.handlers['attachment.remove'] = () => refuse({ code: 'FORBIDDEN', retryable: false })
  await page.call('onFileEvent', { type: 'remove', detail })
  expect(phone.modals.at(-1)?.content).toContain('文件还在，没有删除')
  // The answer got lost: nobody knows whether it is still there.
  gateway.handlers['attachment.remove'] = () => refuse({ code: 'INTERNAL', retryable: true })
  await page.call('onFileEvent', { type: 'remove', detail })
  expect(phone.modals.at(-1)?.content).not.toContain('文件还在')
  expect(tiles(page)).toHaveLength(1)
  gateway.handlers['attachment.remove'] = () => ({})
  await page.call('onFileEvent', { type: 'remove', detail })
  await page.until(() => tiles(page).length === 0, 'the file to go')
})

describe('looking at a file', () => {
  const preview = async (url: string, name: string): Promise<void> => {
    serve(declaration({ attachments: [row({ attachmentId: 'att-9', fileName: name })] }))
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
