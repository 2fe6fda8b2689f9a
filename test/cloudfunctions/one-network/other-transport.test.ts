import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { downloadBlankForm } from '../../../cloudfunctions/one-network/resources/blank-forms'
import { uploadFile } from '../../../cloudfunctions/one-network/resources/attachments'
import { sourceFiles } from '../../architecture/source-files'
import { functionEnvironment } from '../../../sandbox/environment'
import vectors from '../../../docs/one-network/test-vectors.json'
import { asUser, budget } from '../support/resources'

// The one file in which the way of files is written; the resources, the client and all else stay as they are.
jest.mock('../../../cloudfunctions/one-network/file-transport', () => jest.requireActual<object>('./base64-transport'))

const BYTES = Buffer.from('%PDF-1.4 FICTIONAL 虚构文件')

/** A provider that knows no multipart: files come and go as base64 in JSON. */
let server: Server
let folder: string
let received: unknown
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'other-transport-'))
  server = createServer((request, response) => {
    void buffer(request).then((body) => {
      received = { type: request.headers['content-type'], body: JSON.parse(body.toString()) as unknown }
      const isDownload = request.url === '/api/v1/materials/blank-file'
      const answer = isDownload
        ? { fileName: '空表.pdf', content: BYTES.toString('base64') }
        : { code: '0', message: '成功', requestId: 'r', data: { attachId: 'FJ1', fileName: '证明.pdf' } }
      // Told apart by its type, as the contract has it for downloads; any type but application/json is a file.
      const type = isDownload ? 'application/vnd.fictional+json' : 'application/json'
      response.writeHead(200, { 'content-type': type }).end(JSON.stringify(answer))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { appKey, appSecret } = vectors.app
  const credentials = {
    appKey,
    appSecret,
    sm2PublicKey: vectors.sm2.publicKey,
    callbackSecret: vectors.app.callbackSecret,
  }
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  Object.assign(process.env, functionEnvironment({ url, credentials }))
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  rmSync(folder, { recursive: true, force: true })
})

test('an upload as base64 in JSON needs no other change', async () => {
  const path = join(folder, 'own')
  writeFileSync(path, BYTES)
  const digest = createHash('sm3').update(BYTES).digest('hex')
  const file = { path, fileName: '证明.pdf', contentType: 'application/pdf', size: BYTES.length, digest }
  const place = { declareNo: 'SB1', materialId: 'CL1' }
  expect(await uploadFile(asUser('ut.fictional'), place, file)).toEqual({ attachId: 'FJ1', fileName: '证明.pdf' })
  const content = BYTES.toString('base64')
  const body = { ...place, fileName: '证明.pdf', fileSize: BYTES.length, digest, content }
  expect(received).toEqual({ type: 'application/json', body })
})

test('so does a download', async () => {
  const path = join(folder, 'form')
  const file = await downloadBlankForm('CL1', 'blank', path, budget())
  expect(file).toEqual({ path, fileName: '空表.pdf', size: BYTES.length })
  expect(readFileSync(path)).toEqual(BYTES)
})

test('nothing else knows of multipart, paths or the names of file headers', () => {
  const layer = sourceFiles('cloudfunctions').filter((it) => !it.path.endsWith('one-network/file-transport.ts'))
  const code = (source: string) => source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
  const knowing = (word: RegExp) => layer.filter((it) => word.test(code(it.text))).map((it) => it.path)
  expect(layer.filter((it) => it.imports.includes('form-data'))).toEqual([])
  // wire.ts takes the parts' types out of the contract.
  expect(knowing(/x-content-digest|content-disposition|multipart/i)).toEqual(['cloudfunctions/one-network/wire.ts'])
  // Paths come out of the contract too, with the generated table of functions.
  expect(knowing(/\/api\/v1\b/)).toEqual([])
})
