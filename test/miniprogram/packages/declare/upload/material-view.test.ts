import { materialView } from '../../../../../miniprogram/packages/declare/upload/material-view'
import type { QueueItem } from '../../../../../miniprogram/packages/declare/upload/upload-queue'
import type { Attachment } from '../../../../../miniprogram/shared/domain/attachment'
import { NO_PROMISES } from '../../../../../miniprogram/shared/domain/promise'
import { PHOTO } from '../../../fixtures'

const row = (more: Partial<Attachment> = {}): Attachment => ({
  attachmentId: 'a1',
  materialId: PHOTO.materialId,
  fileName: '照片.jpg',
  size: 9,
  state: 'delivered',
  providerId: 'FJ1',
  ...more,
})
const item = (more: Partial<QueueItem> = {}): QueueItem => ({
  key: 'k1',
  materialId: PHOTO.materialId,
  file: { path: '/p', name: '照片.jpg', size: 9 },
  state: 'failed',
  kept: 'yes',
  percent: 0,
  attachmentId: '',
  failure: null,
  refusal: '',
  ...more,
})
const view = (rows: readonly Attachment[], queue: readonly QueueItem[], minCount = 1) =>
  materialView({ ...PHOTO, minCount }, rows, queue, NO_PROMISES)

/** The review would name the material; the page says so beforehand. */
describe('what lacks for the submit', () => {
  test.each([
    ['nothing was added', [], [], 1, false],
    ['one is delivered', [row()], [], 1, true],
    [
      'a second one was not sent whole',
      [row(), row({ attachmentId: 'a2', state: 'queued', providerId: '' })],
      [],
      1,
      false,
    ],
    ['a second one could not be sent yet', [row()], [item()], 1, false],
    ['a second one is too large', [row()], [item({ state: 'unusable' })], 1, true],
    ['twice the same bytes', [row(), row({ attachmentId: 'a2' })], [], 2, false],
    ['two files', [row(), row({ attachmentId: 'a2', providerId: 'FJ2' })], [], 2, true],
  ] as const)('%s', (_name, rows, queue, minCount, enough) => {
    expect(view(rows, queue, minCount).enough).toBe(enough)
  })
})

test('a file in the queue takes one place, whether the ledger has its row or not', () => {
  const queued = row({ attachmentId: 'a2', state: 'queued', providerId: '' })
  expect(view([row()], [item()]).full).toBe(true)
  expect(view([queued], [item({ attachmentId: 'a2' })]).full).toBe(false)
})

test('what may be left out is never “needed”, but what is begun must be complete', () => {
  const text = (minCount: number, rows: readonly Attachment[]) =>
    materialView({ ...PHOTO, necessity: 'optional', minCount, maxCount: 3 }, rows, [], NO_PROMISES).countText
  expect(text(0, [])).toBe('已送达 0 个，可以不传，最多 3 个')
  expect(text(0, [row()])).toBe('已送达 1 个，最多 3 个')
  expect(text(2, [row()])).toBe('已送达 1 个，需要 2 至 3 个')
})

describe('the tag never says more than is true', () => {
  const tag = (
    rows: readonly Attachment[],
    queue: readonly QueueItem[] = [],
    more: Partial<typeof PHOTO> = {},
    promises = NO_PROMISES,
  ) => materialView({ ...PHOTO, minCount: 2, maxCount: 4, ...more }, rows, queue, promises).tag.text
  const second = row({ attachmentId: 'a2', providerId: 'FJ2' })
  const offer = { materialId: PHOTO.materialId, name: PHOTO.name, kind: 'tolerance', days: 10, promised: true } as const

  test.each([
    ['nothing is there', tag([]), '必交'],
    ['one of two', tag([row()]), '还差 1 个'],
    ['both', tag([row(), second]), '传好了'],
    ['a refused one is nothing', tag([row({ state: 'refused' })]), '必交'],
    ['a third is on its way', tag([row(), second], [item({ state: 'uploading' })]), '正在传'],
    ['a third did not get through', tag([row(), second], [item()]), '1 个没传好'],
    ['a third could not be used', tag([row(), second], [item({ state: 'unusable' })]), '1 个没有传上'],
    ['it can be verified', tag([], [], { shareable: true }), '能核验就免交'],
    ['it may be left out', tag([], [], { necessity: 'optional' }), '可以不交'],
    ['the office decides', tag([], [], { necessity: 'unknown', kind: 'unknown' }), '以窗口为准'],
    ['it is promised', tag([], [], {}, { offers: [offer], barred: '', letter: '' }), '承诺后补'],
  ])('%s', (_name, said, expected) => expect(said).toBe(expected))
})

test.each([
  [['jpg', 'png', 'pdf'], '图片或 PDF'],
  [['pdf', 'doc', 'docx', 'jpg'], '图片、PDF 或 Word'],
  [['pdf', 'dwg'], 'PDF 或 DWG'],
  [['mp4', 'jpg'], '视频或图片'],
  [['pdf'], 'PDF'],
  [[], '格式以窗口为准'],
])('%s are called %s', (fileTypes, words) => {
  expect(view([], [], 2).line).toBe('2 个，图片')
  expect(materialView({ ...PHOTO, fileTypes }, [], [], NO_PROMISES).line).toBe(`1–2 个，${words}`)
})

test('a photo is called by its number, a document by its name', () => {
  const captions = view(
    [
      row({ fileName: `${PHOTO.name}-2.jpg` }),
      row({ attachmentId: 'b', fileName: '毕业.证书.pdf' }),
      row({ attachmentId: 'c', fileName: '运输合同（2026）第12份.pdf' }),
    ],
    [],
  )
  expect(captions.files.map(({ caption, icon }) => [caption, icon])).toEqual([
    ['第 2 张', 'image'],
    ['毕业.证书', 'file-pdf'],
    // Alike in front: the end tells them apart.
    ['运输…12份', 'file-pdf'],
  ])
})

test('a camera is offered only where a picture is taken', () => {
  const sources = (fileTypes: readonly string[]) =>
    materialView({ ...PHOTO, fileTypes }, [], [], NO_PROMISES).ways.map(({ source }) => source)
  expect(sources(['jpg', 'pdf'])).toEqual(['camera', 'album', 'chat', 'earlier'])
  expect(sources(['pdf', 'docx'])).toEqual(['chat', 'earlier'])
})
