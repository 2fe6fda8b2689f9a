import type { Attachment, EarlierFile } from '../../../../miniprogram/shared/domain/attachment'
import { refuse, startGateway, type Gateway } from '../../../support/gateway'
import { phone } from '../../../support/phone'
import type { Screen } from '../../../support/screen'
import { openPage, plugIn, unplug } from '../../../support/simulate'
import { AS_PERSON, PHOTO } from '../../fixtures'

const PATH = 'packages/declare/pages/earlier/earlier'

const earlier = (more: Partial<EarlierFile>): EarlierFile => ({
  earlierId: 'FJ1',
  materialId: PHOTO.materialId,
  materialName: '近期免冠照片',
  fileName: '旧照片.jpg',
  size: 2048,
  caseNo: 'BJ1',
  uploadedAt: '2026-08-17T14:10:20+08:00',
  ...more,
})
const OLD_CASE = {
  caseNo: 'BJ1',
  matterName: '护士执业注册许可',
  statusName: '已办结',
  submittedAt: '2026-08-17T14:32:40+08:00',
}

let gateway: Gateway
beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  gateway.calls.length = 0
  gateway.handlers = {
    'attachment.earlier': () => ({
      account: AS_PERSON,
      materialName: '近期免冠照片',
      last: { ok: true, value: [earlier({}), earlier({ earlierId: 'FJ2', fileName: '另一张.jpg' })] },
      cases: { ok: true, value: { total: 1, pageNo: 1, rows: [OLD_CASE] } },
    }),
    'attachment.caseFiles': () => ({
      files: [earlier({}), earlier({ earlierId: 'FJ3', fileName: '身份证.pdf', obstacle: '不能使用这种文件' })],
    }),
    'attachment.reuse': ({ materialId, earlierIds }) => ({
      attachments: earlierIds.map((id): Attachment => ({
        attachmentId: `att-${id}`,
        materialId,
        fileName: id,
        size: 1,
        state: 'delivered',
      })),
      refused: [],
    }),
  }
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

const open = async (): Promise<Screen> => {
  const page = await openPage(PATH, { draftId: 'draft-1', materialId: PHOTO.materialId })
  await page.untilText('回到材料')
  return page
}
const reused = (): unknown[] =>
  gateway.calls.filter(({ action }) => action === 'attachment.reuse').map(({ input }) => input)

test('opens with one call: the last files with material, date and case, and the cases with their state', async () => {
  const page = await open()
  expect(gateway.calls.map(({ action }) => action)).toEqual(['attachment.earlier'])
  expect(page.text).toContain('旧照片.jpg')
  expect(page.text).toContain('2026年8月17日上传 · 办件尾号 BJ1')
  expect(page.text).toContain('2026年8月17日提交，已办结，办件号 BJ1')
  expect(page.text).toContain('还没有选用文件')
})

test('one tap uses a file, one uses all that fit; what is used says so, in both lists', async () => {
  const page = await open()
  await page.call('onToggleTap', { currentTarget: { dataset: { index: 0 } } })
  await page.untilText('不能用：不能使用这种文件')
  await page.call('onUse', { detail: { earlierId: 'FJ1' } })
  await page.untilText('已使用 1 个文件')
  expect(page.text.split('已使用')).toHaveLength(4)
  expect(reused()).toEqual([{ draftId: 'draft-1', materialId: PHOTO.materialId, earlierIds: ['FJ1'] }])
})

test('all at once is one call', async () => {
  const page = await open()
  await page.call('onUseAllTap')
  await page.untilText('已使用 2 个文件')
  expect(reused()).toMatchObject([{ earlierIds: ['FJ1', 'FJ2'] }])
})

test('a file that is refused says why beside it, and the other is used', async () => {
  gateway.handlers['attachment.reuse'] = () => ({
    attachments: [],
    refused: [{ earlierId: 'FJ2', fileName: '另一张.jpg', reason: '最多上传 1 个文件，请先删除不需要的' }],
  })
  const page = await open()
  await page.call('onUseAllTap')
  await page.untilText('不能用：最多上传 1 个文件')
  expect(page.text).toContain('已使用 1 个文件')
})

test('two quick taps make one call', async () => {
  const page = await open()
  const tap = () => page.call('onUse', { detail: { earlierId: 'FJ1' } })
  await Promise.all([tap(), tap()])
  expect(reused()).toHaveLength(1)
})

test('a part that could not be read is no empty list; a failed use says that nothing was used', async () => {
  gateway.handlers['attachment.earlier'] = () => ({
    account: AS_PERSON,
    materialName: '近期免冠照片',
    cases: { ok: true, value: { total: 1, pageNo: 1, rows: [OLD_CASE] } },
    last: { ok: false, error: { code: 'UPSTREAM_UNAVAILABLE', retryable: true } },
  })
  gateway.handlers['attachment.reuse'] = () => refuse({ code: 'FORBIDDEN', retryable: false })
  const page = await open()
  expect(page.text).toContain('上次的文件没有取到')
  expect(page.text).not.toContain('以前没有提交过')
  expect(page.text).toContain('护士执业注册许可')
  await page.call('onUse', { detail: { earlierId: 'FJ1' } })
  expect(phone.modals.at(-1)?.content).toContain('没有使用这个文件')
})

test('a drawing cannot be looked at on the phone, and it says so without a download', async () => {
  const page = await open()
  await page.call('onPreview', { detail: { earlierId: 'FJ1', name: '总图.dwg' } })
  expect(phone.modals.at(-1)?.title).toContain('DWG')
  expect(gateway.calls.some(({ action }) => action === 'attachment.previewEarlier')).toBe(false)
})

test('older cases come once, however often they are asked for; what was opened stays open when a part is read again', async () => {
  const cases = (pageNo: number) => ({
    ok: true as const,
    value: { total: 2, pageNo, rows: [{ ...OLD_CASE, caseNo: `BJ${pageNo}` }] },
  })
  gateway.handlers['attachment.earlier'] = ({ pageNo }) => ({
    account: AS_PERSON,
    materialName: '近期免冠照片',
    last: { ok: true, value: [] },
    cases: cases(pageNo),
  })
  const page = await open()
  await Promise.all([page.call('onMoreTap'), page.call('onMoreTap')])
  await page.until(() => page.all('.case').length === 2, 'the older case')
  await page.call('onToggleTap', { currentTarget: { dataset: { index: 1 } } })
  await page.untilText('身份证.pdf')
  await page.call('load')
  expect(page.all('.case')).toHaveLength(2)
  expect(page.text).toContain('身份证.pdf')
})
