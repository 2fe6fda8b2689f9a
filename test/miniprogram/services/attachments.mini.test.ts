import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as Attachments from '../../../miniprogram/services/attachments'
import type { ServiceError } from '../../../miniprogram/services/service-error'
import type { Attachment } from '../../../miniprogram/shared/domain/attachment'
import { startGateway, type Gateway } from '../../support/gateway'
import { phone } from '../../support/phone'
import { plugIn, unplug } from '../../support/simulate'

let gateway: Gateway

const path = join(mkdtempSync(join(tmpdir(), 'attachment-')), 'photo.jpg')
writeFileSync(path, 'not really a photo')
const FILE = { path, name: 'photo.jpg', size: 18 }
const TARGET = { draftId: 'draft-1', materialId: 'CL-PHOTO' }
const ROW: Attachment = {
  attachmentId: 'at-1',
  materialId: 'CL-PHOTO',
  fileName: 'photo.jpg',
  size: 18,
  state: 'queued',
}

beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  gateway.calls.length = 0
  gateway.uploads = 0
  gateway.handlers = {
    'attachment.begin': () => ({ attachment: ROW, cloudPath: 'uploads/x/photo.jpg' }),
    'attachment.deliver': () => ({ attachment: { ...ROW, state: 'delivered' } }),
    'attachment.remove': () => ({}),
  }
})
afterEach(unplug)

const service = () => jest.requireActual<typeof Attachments>('../../../miniprogram/services/attachments')
const actions = () => gateway.calls.map(({ action }) => action)

test.each(['sandbox', 'wechat'] as const)('through %s: begin, upload, deliver', async (through) => {
  plugIn({ gateway: gateway.url, through })
  const begun: string[] = []
  const progress: number[] = []
  const { done } = service().uploadAttachment(TARGET, FILE, {
    onBegun: ({ attachmentId }) => begun.push(attachmentId),
    onProgress: (percent) => progress.push(percent),
  })
  expect((await done).state).toBe('delivered')
  expect(begun).toEqual(['at-1'])
  expect(progress.at(-1)).toBe(100)
  expect(gateway.uploads).toBe(1)
  expect(actions()).toEqual(['attachment.begin', 'attachment.deliver'])
  expect(gateway.calls[1]?.input).toEqual({ attachmentId: 'at-1', fileId: 'cloud://test/uploaded' })
})

test('a cancelled upload removes its row and is not a failure', async () => {
  plugIn({ gateway: gateway.url })
  const { uploadAttachment, UploadCancelled } = service()
  const upload = uploadAttachment(TARGET, FILE, { onBegun: () => upload.abort() })
  await expect(upload.done).rejects.toBeInstanceOf(UploadCancelled)
  expect(actions()).toEqual(['attachment.begin', 'attachment.remove'])
  expect(gateway.uploads).toBe(0)
})

test('a network lost during the upload can be tried again', async () => {
  plugIn({ gateway: gateway.url })
  const upload = service().uploadAttachment(TARGET, FILE, { onBegun: () => void (phone.online = false) })
  const failure = await upload.done.catch((error: ServiceError) => error.failure)
  expect(failure).toMatchObject({ code: 'NETWORK', retryable: true })
  expect(actions()).toEqual(['attachment.begin'])
})
