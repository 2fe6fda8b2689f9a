import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { phone, resetPhone } from '../../../support/phone'
import { wxStub } from '../../../support/wx'
import { ask } from './ask'
import { type Person, type PickedFile } from './phone-case'
import { type CaseServer, startCaseServer } from './server'
import { runs } from './used-apis'

const routes = { home: 'pages/home/home', tab: 'pages/account/account', page: 'packages/matter/pages/guide/guide' }
const wx = wxStub as unknown as WechatMiniprogram.Wx
let server: CaseServer

beforeAll(async () => {
  server = await startCaseServer()
})
afterAll(() => server.close())

beforeEach(() => {
  resetPhone()
  phone.gateway = server.url
  phone.pages = [{}]
})

function toPhoneFile({ name, base64 }: PickedFile): { path: string; name: string; size: number } {
  const path = join(mkdtempSync(join(tmpdir(), 'picked-')), name)
  const bytes = Buffer.from(base64, 'base64')
  writeFileSync(path, bytes)
  return { path, name, size: bytes.length }
}

/** jest's phone is told beforehand what happens to it. */
const person: Person = {
  async answers(yes) {
    phone.agrees = yes
    return Promise.resolve()
  },
  async picks(files) {
    phone.files = files.map(toPhoneFile)
    return Promise.resolve()
  },
  async isOnline(online) {
    phone.online = online
    const change = { isConnected: online, networkType: online ? 'wifi' : 'none' }
    for (const listener of phone.networkListeners) listener(change)
    return Promise.resolve()
  },
  async refusesPrivacy(errno) {
    phone.privacyErrno = errno
    return Promise.resolve()
  },
  async hasOpened(pages) {
    phone.pages = Array.from({ length: pages }, () => ({}))
    return Promise.resolve()
  },
}

test.each(runs())('jest: %s', async (_title, one, style) => {
  const answer = await one.run({
    wx,
    person,
    routes,
    server: server.url,
    ask: (api, options) => ask(wx, style, api, options),
  })
  expect(answer).toEqual(one.answers)
})
