import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { phone } from '../../../../support/phone'
import type { Screen } from '../../../../support/screen'
import { plugIn, renderComponent, unplug } from '../../../../support/simulate'
import { wxStub } from '../../../../support/wx'

beforeEach(() => plugIn())
afterEach(() => {
  unplug()
  jest.restoreAllMocks()
})

const FIELD = { id: 'sign', label: '申请人签名', type: 'signature', required: true }
const show = (properties: object = {}): Screen =>
  renderComponent('packages/declare/components/field-signature/field-signature', {
    field: FIELD,
    value: null,
    ...properties,
  })

/** jsdom draws nothing: a canvas that takes strokes, found as WeChat's selector query would find it. */
function plugCanvas(): string[] {
  const strokes: string[] = []
  const context = new Proxy({}, { get: (_, name) => () => strokes.push(String(name)), set: () => true })
  const node = { width: 0, height: 0, getContext: () => context }
  const query = {
    in: () => query,
    select: () => query,
    fields: () => query,
    exec: (done: (results: object[]) => void) => done([{ node, width: 300, height: 180 }]),
  }
  jest
    .spyOn(wxStub, 'createSelectorQuery')
    .mockReturnValue(query as unknown as ReturnType<typeof wxStub.createSelectorQuery>)
  return strokes
}

const touch = (x: number, y: number) => ({ touches: [{ x, y }] })

async function draw(screen: Screen): Promise<void> {
  await screen.call('onTouchStart', touch(10, 10))
  await screen.call('onTouchMove', touch(40, 60))
  await screen.call('onTouchMove', touch(90, 20))
  await screen.call('onTouchEnd')
}

test('offers the pad, and says who has to sign', () => {
  const field = show()
  expect(field.text).toContain('申请人签名')
  expect(field.text).toContain('点这里手写签名')
})

test('draws, and hands over a PNG with its size', async () => {
  const path = join(tmpdir(), 'declare-signature-test.png')
  writeFileSync(path, Buffer.alloc(128, 1))
  phone.files = [{ path, name: 'drawn.png', size: 128 }]
  const field = show()
  const strokes = plugCanvas()
  const signed = field.listen('sign')
  await field.tap('.sign__open')
  await draw(field)
  expect(strokes).toContain('quadraticCurveTo')
  await field.tap('.pad__done')
  await field.until(() => signed.length > 0, 'the picture')
  expect(signed).toEqual([{ file: { path, name: '申请人签名.png', size: 128 } }])
  expect(field.has('.pad__done')).toBe(false)
})

test('an empty pad is not a signature; clearing makes it empty again', async () => {
  const field = show()
  plugCanvas()
  const signed = field.listen('sign')
  await field.tap('.sign__open')
  await field.tap('.pad__done')
  expect(field.text).toContain('请先在框内写下姓名')
  await draw(field)
  await field.tap('.pad__clear')
  await field.tap('.pad__done')
  expect(signed).toEqual([])
})

test('says so when the picture could not be written, and keeps the pad', async () => {
  const field = show()
  plugCanvas()
  await field.tap('.sign__open')
  await draw(field)
  await field.tap('.pad__done')
  expect(field.text).toContain('签名没有保存下来')
  expect(field.has('.pad__done')).toBe(true)
})

test('shows how far the upload is, and a failed one can be tried again', async () => {
  const uploading = show({ signature: { state: 'uploading', percent: 40, message: '', image: '' } })
  expect(uploading.text).toContain('正在保存签名 40%')
  uploading.node.setData({ signature: { state: 'failed', percent: 0, message: '网络没有连上。请重试。', image: '' } })
  expect(uploading.text).toContain('网络没有连上')
  const retries = uploading.listen('retry')
  await uploading.tap('.sign__retry')
  expect(retries).toHaveLength(1)
})

test('a signed field shows it, and its picture on demand', async () => {
  const field = show({ value: ['att-1'] })
  expect(field.text).toContain('已签名')
  const previews = field.listen('preview')
  await field.tap('.sign__preview')
  expect(previews).toHaveLength(1)
})

test('the read-only view says whether it is signed', () => {
  expect(show({ value: ['att-1'], readonly: true }).text).toContain('已签名')
})
