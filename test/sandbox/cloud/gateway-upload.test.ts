import { readdirSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { eventually } from './start-test-cloud'
import { type Answer, answerOf, cloud, post, prepareGateway } from './gateway-calls'

prepareGateway()

describe('/upload', () => {
  function form(parts: [string, string | Blob][]): FormData {
    const data = new FormData()
    for (const [name, value] of parts) {
      if (typeof value === 'string') data.append(name, value)
      else data.append(name, value, '照片.jpg')
    }
    return data
  }
  const upload = async (body: FormData, citizen = 'c1'): Promise<Answer> =>
    answerOf(await fetch(`${cloud.url}/upload`, { method: 'POST', body, headers: { 'x-sandbox-citizen': citizen } }))
  const put = (path: string, content: string | Uint8Array<ArrayBuffer>, citizen?: string): Promise<Answer> =>
    upload(
      form([
        ['cloudPath', path],
        ['file', new Blob([content])],
      ]),
      citizen,
    )
  const stored = (path: string) => cloud.storedFiles().find((file) => file.path === path)

  test('stores a file under the prefix of the rules and remembers who sent it', async () => {
    const { status, body } = await put('uploads/d1/照片.jpg', 'bytes', 'anna')
    expect(status).toBe(200)
    expect(body.fileID).toMatch(/^cloud:\/\/.+\/uploads\/d1\/照片\.jpg$/)
    expect(stored('uploads/d1/照片.jpg')).toMatchObject({ bytes: 5, uploader: 'sandbox-openid-anna' })
  })

  test.each(['elsewhere/a.txt', 'uploads', 'uploads/../a.txt', '/uploads/a.txt', 'Uploads/a.txt'])(
    'refuses the path %j',
    async (path) => {
      const { body } = await put(path, 'x')
      expect([-503001, -503002]).toContain(body.errCode)
      expect(stored(path)).toBeUndefined()
    },
  )

  test('refuses a path that is too long instead of cutting it off', async () => {
    const path = `uploads/${'x'.repeat(850)}`
    expect((await put(path, 'x')).status).toBe(413)
    expect(cloud.storedFiles().filter((file) => path.startsWith(file.path))).toEqual([])
  })

  test('a citizen may replace her own file, as the platform lets her, and nobody else’s', async () => {
    await put('uploads/once.txt', 'first', 'anna')
    expect((await put('uploads/once.txt', 'second!', 'berta')).body.errCode).toBe(-503002)
    expect(stored('uploads/once.txt')?.bytes).toBe(5)
    expect((await put('uploads/once.txt', 'second!', 'anna')).body.fileID).toBeDefined()
    expect(stored('uploads/once.txt')).toMatchObject({ bytes: 7, uploader: 'sandbox-openid-anna' })
  })

  test('one of two citizens who upload to one path at the same time wins', async () => {
    const answers = await Promise.all(['anna', 'berta'].map((citizen) => put('uploads/race.txt', citizen, citizen)))
    expect(new Set(answers.map(({ body }) => body.errCode ?? 0))).toEqual(new Set([-503002, 0]))
  })

  test('answers 400 to what is no upload', async () => {
    expect((await post('/upload', 'hello')).status).toBe(400)
    expect((await post('/upload', 'hello', { 'content-type': 'multipart/form-data' })).status).toBe(400)
    expect((await post('/upload', 'hello', { 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(400)
    expect((await upload(form([['cloudPath', 'uploads/nofile.txt']]))).status).toBe(400)
    expect(
      (
        await upload(
          form([
            ['file', new Blob(['x'])],
            ['cloudPath', 'uploads/late.txt'],
          ]),
        )
      ).status,
    ).toBe(400)
    const two = form([
      ['cloudPath', 'uploads/two.txt'],
      ['file', new Blob(['x'])],
      ['file', new Blob(['y'])],
    ])
    expect((await upload(two)).status).toBe(400)
    expect(stored('uploads/two.txt')).toBeUndefined()
  })

  test('a second path names no other file: neither the answer nor the taking back is about it', async () => {
    await put('uploads/other.txt', 'of somebody else')
    const renamed: [string, string | Blob][] = [
      ['cloudPath', 'uploads/mine.txt'],
      ['file', new Blob(['x'])],
      ['cloudPath', 'uploads/other.txt'],
    ]
    expect((await upload(form([...renamed, ['file', new Blob(['y'])]]))).status).toBe(400)
    expect(stored('uploads/other.txt')?.bytes).toBe(16)
    expect(stored('uploads/mine.txt')).toBeUndefined()
    expect((await upload(form(renamed))).body.fileID).toMatch(/uploads\/mine\.txt$/)
  })

  test('whatever was refused left no bytes', () => {
    const blobs = readdirSync(join(cloud.folder, 'data', 'files'))
    expect(blobs).toHaveLength(cloud.storedFiles().length)
  })

  test('an upload that breaks off leaves nothing', async () => {
    const sent = request(`${cloud.url}/upload`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': 5000 },
    })
    sent.on('error', () => undefined)
    sent.write('--x\r\ncontent-disposition: form-data; name="cloudPath"\r\n\r\nuploads/half.txt\r\n')
    sent.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nhalf of it')
    const blobs = () => readdirSync(join(cloud.folder, 'data', 'files'))
    const complete = cloud.storedFiles().length
    await eventually(() => expect(blobs()).toHaveLength(complete + 1))
    sent.destroy()
    await eventually(() => expect(blobs()).toHaveLength(complete))
    expect(stored('uploads/half.txt')).toBeUndefined()
    expect((await put('uploads/half.txt', 'whole')).body.fileID).toBeDefined()
  })
})
