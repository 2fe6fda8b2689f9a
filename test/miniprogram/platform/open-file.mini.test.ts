import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { type AddressInfo } from 'node:net'
import type * as CloudIndex from '../../../miniprogram/platform/cloud/index'
import type * as OpenFile from '../../../miniprogram/platform/open-file'
import { phone } from '../../support/phone'
import { plugIn, unplug } from '../../support/simulate'

const load = <T extends object>(name: string): T => jest.requireActual<T>(`../../../miniprogram/platform/${name}`)

let server: Server
let url: string
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/slow.pdf') response.write('begun')
    else if (request.url === '/gone.pdf') response.writeHead(403).end()
    else response.end('%PDF bytes')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => plugIn())
afterEach(unplug)

const ports: readonly (readonly [string, () => void])[] = [
  ['WeChat Cloud', () => undefined],
  ['the sandbox', () => load<typeof CloudIndex>('cloud/index').rememberSandbox({ sandbox: url, citizen: 'c1' })],
]

describe.each(ports)('through %s', (_name, choose) => {
  beforeEach(choose)
  const download = (path: string) =>
    load<typeof CloudIndex>('cloud/index')
      .cloudPort()
      .download(url + path)

  test('a download arrives whole on the phone', async () => {
    const { filePath } = await download('/a.pdf').done
    expect(readFileSync(filePath, 'utf8')).toBe('%PDF bytes')
  })

  test('an address that is over is refused; an unreachable one is the network; a stopped one says so', async () => {
    await expect(download('/gone.pdf').done).rejects.toMatchObject({ kind: 'refused' })
    const unreachable = load<typeof CloudIndex>('cloud/index').cloudPort().download('http://127.0.0.1:1/x')
    await expect(unreachable.done).rejects.toMatchObject({ kind: 'network' })
    const slow = download('/slow.pdf')
    slow.abort()
    await expect(slow.done).rejects.toMatchObject({ kind: 'aborted' })
  })
})

test('a picture is shown at once, a document after it was fetched, and what cannot be fetched is no success', async () => {
  const { openFile } = load<typeof OpenFile>('open-file')
  await openFile(`${url}/photo.png`, '照片.PNG')
  await openFile(`${url}/a.pdf`, '材料.pdf')
  expect(phone.opened).toEqual([`${url}/photo.png`, expect.stringMatching(/\/材料\.pdf$/)])
  await expect(openFile(`${url}/gone.pdf`, '材料.pdf')).rejects.toMatchObject({ kind: 'refused' })
  expect(phone.opened).toHaveLength(2)
})

test('a document has its own name on the phone, the one before it is gone, and a kept upload stays', async () => {
  const { openFile } = load<typeof OpenFile>('open-file')
  const folder = wx.env.USER_DATA_PATH
  writeFileSync(`${folder}/upload_k1.pdf`, 'waits')
  await openFile(`${url}/a.pdf`, '一次性告知单.pdf')
  await openFile(`${url}/a.pdf`, 'upload_申请/审核表.pdf')
  expect(readdirSync(folder).sort()).toEqual(['upload_k1.pdf', '申请_审核表.pdf'])
  expect(readFileSync(phone.opened.at(-1) ?? '', 'utf8')).toBe('%PDF bytes')
  await openFile(`${url}/a.pdf`, '没有类型')
  expect(phone.opened.at(-1)).toMatch(/\/file\.pdf$/)
})
