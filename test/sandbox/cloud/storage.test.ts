import { createReadStream, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Signatures } from '../../../sandbox/cloud/storage'
import { failureOf, useSdk, type Sdk } from './sdk'
import { startTestCloud, type TestCloud } from './start-test-cloud'

let cloud: TestCloud
let sdk: Sdk

beforeAll(async () => {
  cloud = await startTestCloud()
  sdk = useSdk(cloud)
})
afterAll(() => cloud.dispose())

const put = async (cloudPath: string, content: string | Buffer): Promise<string> =>
  (await sdk.uploadFile({ cloudPath, fileContent: Buffer.from(content) })).fileID

async function temporaryUrl(fileID: string, maxAge = 60): Promise<string> {
  const { fileList } = await sdk.getTempFileURL({ fileList: [{ fileID, maxAge }] })
  return fileList[0]?.tempFileURL ?? ''
}

test('a file with a Chinese name and a space goes in and comes out', async () => {
  const fileID = await put('材料/身份证 正面.txt', '你好')
  expect(fileID).toMatch(/^cloud:\/\/[^/]+\/材料\/身份证 正面\.txt$/)
  const { fileContent } = await sdk.downloadFile({ fileID })
  expect(fileContent.toString()).toBe('你好')
})

test('a stream goes in byte for byte', async () => {
  const bytes = Buffer.from(Array.from({ length: 300_000 }, (_each, n) => n % 251))
  const local = join(cloud.folder, 'stream.bin')
  writeFileSync(local, bytes)
  const { fileID } = await sdk.uploadFile({ cloudPath: 'stream.bin', fileContent: createReadStream(local) })
  const { fileContent } = await sdk.downloadFile({ fileID })
  expect(fileContent.equals(bytes)).toBe(true)
})

test('a second upload replaces the first', async () => {
  await put('same.txt', 'first')
  const fileID = await put('same.txt', 'second')
  expect((await sdk.downloadFile({ fileID })).fileContent.toString()).toBe('second')
  expect(readdirSync(join(cloud.folder, 'data', 'files'))).toHaveLength(cloud.storedFiles().length)
})

test.each(['/rooted.txt', 'a/../b.txt', 'a//b.txt', '', 'line\nbreak.txt', 'a?b.txt', `${'长'.repeat(284)}.txt`])(
  'the path %j is refused',
  async (cloudPath) => {
    await failureOf(() => put(cloudPath, 'x'))
    expect(cloud.storedFiles().map((file) => file.path)).not.toContain(cloudPath)
  },
)

test('temporary addresses live two hours, or maxAge', async () => {
  const fileID = await put('url.txt', 'x')
  const seconds = (url: string): number => Number(new URL(url).searchParams.get('t')) - Date.now() / 1000
  const { fileList } = await sdk.getTempFileURL({ fileList: [fileID, 'cloud://other.env/none', fileID] })
  expect(fileList.map((file) => file.status)).toEqual([0, -503003, 0])
  expect(seconds(fileList[0]?.tempFileURL ?? '')).toBeCloseTo(7200, -1)
  expect(seconds(await temporaryUrl(fileID, 60))).toBeCloseTo(60, -1)
})

test('a changed or missing signature is refused', async () => {
  const fileID = await put('secret.txt', 'x')
  await put('other.txt', 'y')
  const good = await temporaryUrl(fileID)
  expect((await fetch(good)).status).toBe(200)
  expect((await fetch(good.replace('secret.txt', 'other.txt'))).status).toBe(403)
  expect((await fetch(good.replace(/t=\d+/, 't=99999999999'))).status).toBe(403)
  expect((await fetch(good.replace(/\?.*/, ''))).status).toBe(403)
})

test('a signature ends with its time, and is for one verb', () => {
  let now = 1_000_000
  const signatures = new Signatures(() => now)
  const expires = signatures.expiry(60)
  const signature = signatures.sign('get', 'a.txt', expires)
  now += 60_000
  expect(signatures.verify('get', 'a.txt', expires, signature)).toBe(true)
  expect(signatures.verify('put', 'a.txt', expires, signature)).toBe(false)
  now += 1
  expect(signatures.verify('get', 'a.txt', expires, signature)).toBe(false)
})

test('a stored page is shown as nothing but bytes', async () => {
  const response = await fetch(await temporaryUrl(await put('evil.html', '<script>alert(1)</script>')))
  expect(response.headers.get('content-type')).toBe('application/octet-stream')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
})

test('nothing is stored without the authorization of the SDK', async () => {
  const response = await fetch(`${cloud.url}/cos/forged.txt`, {
    method: 'PUT',
    body: 'x',
    headers: { authorization: 'f'.repeat(64), 'x-cos-security-token': '99999999999' },
  })
  expect(response.status).toBe(403)
  expect(cloud.storedFiles().map((file) => file.path)).not.toContain('forged.txt')
})

test('a deleted file is gone', async () => {
  const fileID = await put('doomed.txt', 'x')
  const url = await temporaryUrl(fileID)
  expect((await sdk.deleteFile({ fileList: [fileID] })).fileList[0]?.status).toBe(0)
  expect((await sdk.deleteFile({ fileList: [fileID] })).fileList[0]?.status).not.toBe(0)
  expect((await fetch(url)).status).toBe(404)
  await failureOf(() => sdk.downloadFile({ fileID }))
})

test('files and uploaders survive a restart', async () => {
  const fileID = await put('kept.txt', 'still here')
  cloud = await cloud.restart()
  sdk = useSdk(cloud)
  expect((await sdk.downloadFile({ fileID })).fileContent.toString()).toBe('still here')
  expect(cloud.storedFiles()).toContainEqual(expect.objectContaining({ path: 'kept.txt', bytes: 10, uploader: null }))
})
