import { dueText } from '../../../../miniprogram/packages/declare/upload/promise-view'
import type { Declaration } from '../../../../miniprogram/shared/domain/declaration'
import type { PromiseOffer, Promises } from '../../../../miniprogram/shared/domain/promise'
import { refuse, startGateway, type Gateway } from '../../../support/gateway'
import { phone } from '../../../support/phone'
import type { Screen } from '../../../support/screen'
import { openPage, plugIn, unplug } from '../../../support/simulate'
import { AS_PERSON, PHOTO } from '../../fixtures'
import { declaration } from './declaration-fixture'

/** 承诺后补 on the attachments page: offered, asked, made, taken back, refused. */

const OFFER: PromiseOffer = {
  materialId: PHOTO.materialId,
  name: PHOTO.name,
  kind: 'tolerance',
  days: 10,
  dueBy: '2026-11-16',
  promised: false,
}
const OPEN: Promises = { offers: [OFFER], barred: '', letter: 'CL-LETTER' }
const MADE: Promises = { ...OPEN, offers: [{ ...OFFER, promised: true }] }

let gateway: Gateway
let server: Declaration
beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  server = declaration({ promises: OPEN })
  gateway.calls.length = 0
  gateway.handlers = {
    'declaration.open': () => ({ account: AS_PERSON, declaration: server }),
    'declaration.promise': ({ version, materialIds }) => {
      server = declaration({ version: version + 1, promises: materialIds.length > 0 ? MADE : OPEN })
      return { version: version + 1, savedAt: '2026-11-02T12:05:00+08:00' }
    },
  }
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

async function open(): Promise<Screen> {
  const page = await openPage('packages/declare/pages/attachments/attachments', { draftId: 'draft-1' })
  await page.untilText('上传材料')
  return page
}
const ask = (page: Screen) => page.call('onPromise', { detail: { materialId: PHOTO.materialId } })
async function decide(page: Screen): Promise<void> {
  await ask(page)
  await page.call('onPromiseAgree')
}
const asked = () => gateway.calls.filter(({ action }) => action === 'declaration.promise').map(({ input }) => input)

test('a material that may be promised offers it in a few words, and takes nothing away from uploading', async () => {
  const page = await open()
  expect(page.text).toContain('暂时没有？可以承诺后补')
  expect(page.text).toContain('还差 1 项材料')
  expect(page.has('.letter')).toBe(false)
})

test('承诺后补 and 能核验就免交 are explained once, where they first stand', async () => {
  const free = { ...PHOTO, materialId: 'CL-FREE', necessity: 'optional', minCount: 0, shareable: true } as const
  const second = { ...OFFER, materialId: 'CL-OTHER' }
  server = declaration({
    materials: [
      ...server.materials.filter(({ kind }) => kind === 'form'),
      free,
      { ...free, materialId: 'CL-FREE-2' },
      PHOTO,
      { ...PHOTO, materialId: 'CL-OTHER' },
    ],
    promises: { ...OPEN, offers: [OFFER, second] },
  })
  const page = await open()
  expect(page.node.data['words']).toEqual({ 'CL-FREE': ['能核验就免交'], [PHOTO.materialId]: ['承诺后补'] })
})

test('a day beyond the published holidays is 预计', () => {
  expect(dueText({ kind: 'tolerance', days: 10, dueBy: '2027-01-15', dueByIsEstimate: true })).toBe(
    '受理后 10 个工作日内补交（按今天受理估算，预计最晚 2027年1月15日；放假安排尚未公布，工作日为预计，以窗口为准）',
  )
})

test('what it means is said before; then nothing but the signature of the letter is lacking', async () => {
  const page = await open()
  await ask(page)
  expect(page.text).toContain('受理后 10 个工作日内补交按今天受理估算，最晚 2026年11月16日')
  expect(page.text).toContain('先受理，补齐后窗口才作出决定')
  expect(page.text).toContain('逾期没有补交的，窗口可能退回申请，或者不予许可')
  expect(page.text).not.toContain('撤销')
  expect(asked()).toEqual([])
  expect(page.text).toContain('我承诺，去签名')
  await page.call('onPromiseAgree')
  await page.untilText('受理后 10 个工作日内补交，不用现在上传')
  expect(asked()).toEqual([{ draftId: 'draft-1', version: 3, materialIds: [PHOTO.materialId] }])
  expect(page.text).not.toContain('还差 1 项材料')
  expect(page.find('.material').has('.add')).toBe(false)
  expect(phone.visits.at(-1)?.url).toContain('materialId=CL-LETTER')
})

test('with another material lacking the letter waits: it would be signed twice', async () => {
  const other = { ...PHOTO, materialId: 'CL-OTHER', name: '健康证明' }
  const materials = [...server.materials, other]
  server = declaration({ materials, promises: OPEN })
  gateway.handlers['declaration.promise'] = ({ version }) => {
    server = declaration({ materials, version: version + 1, promises: MADE })
    return { version: version + 1, savedAt: '2026-11-02T12:05:00+08:00' }
  }
  const page = await open()
  await ask(page)
  expect(page.text).toContain('我承诺')
  expect(page.text).not.toContain('去签名')
  await page.call('onPromiseAgree')
  await page.untilText('不用现在上传')
  expect(phone.visits).toEqual([])
})

test('承诺审批 is another thing: decided first, its days run from the promise, and the decision is revoked', async () => {
  const offer: PromiseOffer = { ...OFFER, kind: 'promiseApproval', days: 60, dueBy: '2027-01-25' }
  server = declaration({ promises: { ...OPEN, offers: [offer] } })
  const page = await open()
  await ask(page)
  expect(page.text).toContain('承诺之日起 60 个工作日内补交最晚 2027年1月25日')
  expect(page.text).toContain('按承诺审批办理窗口先作出决定，材料随后补齐')
  expect(page.text).toContain('撤销已作出的决定并记入信用记录')
  expect(page.text).not.toContain('受理后')
})

test('who does not agree has promised nothing', async () => {
  const page = await open()
  await ask(page)
  await page.tap('.promise__no')
  expect(page.node.data['asking']).toBe(false)
  expect(asked()).toEqual([])
})

test('a promise is taken back without a question', async () => {
  server = declaration({ promises: MADE })
  const page = await open()
  expect(page.find('.material').has('.add')).toBe(false)
  await ask(page)
  await page.until(() => page.find('.material').has('.add'), 'the way to upload')
  expect([asked(), phone.modals]).toEqual([[{ draftId: 'draft-1', version: 3, materialIds: [] }], []])
})

test('who may not promise reads why; everything else goes on', async () => {
  server = declaration({ promises: { ...OPEN, barred: '信用中国显示单位有失信记录，按规定不能承诺后补。' } })
  const page = await open()
  expect(page.text).toContain('按规定不能承诺后补')
  expect(page.find('.material').has('.add')).toBe(true)
})

test('a refusal is told, and the page shows what the server has', async () => {
  gateway.handlers['declaration.promise'] = () =>
    refuse({ code: 'CONFLICT', message: '内容已经在别处更新', retryable: false, requestId: 'r1' })
  const page = await open()
  await decide(page)
  await page.until(() => phone.modals.length > 0, 'the reason')
  expect(page.text).toContain('可以承诺后补')
})
