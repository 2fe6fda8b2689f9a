import { createServer, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo } from 'node:net'
import { refuse, startGateway, type Gateway } from '../../../../support/gateway'
import { phone } from '../../../../support/phone'
import { plugIn, renderComponent, unplug } from '../../../../support/simulate'
import { PHOTO } from '../../../fixtures'

let gateway: Gateway
let files: Server
let url: string
/** What the storage answers. */
let serve: (response: ServerResponse) => void

beforeAll(async () => {
  gateway = await startGateway()
  files = createServer((_request, response) => serve(response))
  await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(files.address() as AddressInfo).port}/made/x/file.docx`
})
afterAll(async () => {
  files.closeAllConnections()
  files.close()
  await gateway.close()
})
beforeEach(() => {
  gateway.calls.length = 0
  serve = (response) => void response.end('PK bytes')
  gateway.handlers = {
    'matter.blankForm': () => ({ url, fileName: '照片说明（空表）.docx', expiresAt: '2026-11-26T12:00:00+08:00' }),
  }
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

const FORMS = { matterId: 'SX-NURSE', materialId: 'CL-PHOTO', name: '近期免冠照片', blank: true, sample: true }
const render = (properties: object = FORMS) =>
  renderComponent('packages/matter/components/blank-forms/blank-forms', properties)

test('a material shows only the forms that it has', async () => {
  const materials = [PHOTO, { ...PHOTO, materialId: 'CL-2', blankForm: true }]
  const list = renderComponent('packages/matter/components/material-list/material-list', {
    materials,
    matterId: 'SX-NURSE',
  })
  await list.rest()
  for (const row of list.all('.material-head')) await row.tap()
  expect(list.all('.forms').map(({ text }) => text)).toEqual(['空表'])
  const sampleOnly = render({ ...FORMS, blank: false })
  await sampleOnly.rest()
  expect(sampleOnly.text).toBe('填写样例')
})

test('is fetched and opened in place, and says meanwhile that it is', async () => {
  let release = (): void => undefined
  serve = (response) => (release = () => response.end('PK bytes'))
  const forms = render()
  await forms.tap('.sample')
  expect(forms.text).toContain('正在取填写样例')
  await forms.until(() => gateway.calls.length === 1, 'the call')
  expect(gateway.calls[0]).toMatchObject({
    action: 'matter.blankForm',
    functionName: 'transfer',
    input: { matterId: 'SX-NURSE', materialId: 'CL-PHOTO', kind: 'sample' },
  })
  // Impatience starts nothing a second time.
  await forms.tap('.sample')
  await forms.tap('.blank')
  await forms.rest(60)
  release()
  await forms.until(() => phone.opened.length === 1, 'the opened file')
  await forms.rest()
  expect(gateway.calls).toHaveLength(1)
  expect(forms.text).toBe('空表填写样例')
})

test('a provider that fails is said beside the row, with a retry that opens it', async () => {
  gateway.handlers = { 'matter.blankForm': () => refuse({ code: 'UPSTREAM_UNAVAILABLE', retryable: true }) }
  const forms = render()
  await forms.tap('.blank')
  await forms.untilText('空表没有取到：一网通暂时没有响应')
  expect(forms.text).toMatch(/编号 [a-z0-9]+-/)
  gateway.handlers = { 'matter.blankForm': () => ({ url, fileName: 'x.docx', expiresAt: '2026-11-26T12:00:00+08:00' }) }
  await forms.emit('.form-failure', 'retry', {})
  await forms.until(() => phone.opened.length === 1, 'the opened file')
  await forms.rest()
  expect(forms.text).not.toContain('没有取到')
})

test('an address that is over, or a line that breaks, is a failure of the network', async () => {
  serve = (response) => void response.writeHead(403).end()
  const forms = render()
  await forms.tap('.blank')
  await forms.untilText('空表没有取到：没有下载下来')
  expect(forms.text).toContain('请检查网络后重试')
  expect(phone.opened).toEqual([])
})

test('a type that the phone cannot show is said as that', async () => {
  const forms = render()
  const refusal = jest
    .spyOn(wx, 'openDocument')
    .mockRejectedValue(new Error('openDocument:fail filetype not supported'))
  await forms.tap('.blank')
  await forms.untilText('已经下载，但这部手机打不开这种文件')
  expect(forms.text).toContain('请换一部手机或电脑打开')
  refusal.mockRestore()
})
