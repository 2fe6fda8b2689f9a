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
