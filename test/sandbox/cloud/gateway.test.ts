import { readdirSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { eventually, startTestCloud, type TestCloud } from './start-test-cloud'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.dispose())

interface Answer {
  readonly status: number
  readonly body: Record<string, unknown>
}

async function answerOf(response: Response): Promise<Answer> {
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

const post = async (path: string, body: string, headers: Record<string, string> = {}): Promise<Answer> =>
  answerOf(await fetch(cloud.url + path, { method: 'POST', body, headers }))

const invoke = (data: object, citizen?: string): Promise<Answer> =>
  post('/invoke/probe', JSON.stringify({ data }), citizen === undefined ? {} : { 'x-sandbox-citizen': citizen })

/** A request with headers that fetch would not send. */
function raw(headers: Record<string, string>, path = '/health'): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(cloud.url + path, { headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.on('error', reject).end()
  })
}

test('tells that it lives, and which functions it has', async () => {
  expect(await answerOf(await fetch(`${cloud.url}/health`))).toEqual({
    status: 200,
    body: { ok: true, env: 'sandbox', functions: ['broken', 'probe', 'quick', 'slow', 'web'] },
  })
})

describe('/invoke', () => {
  test('calls as the citizen of the header, citizen-1 by default', async () => {
    for (const [header, openid] of [
      [undefined, 'sandbox-openid-citizen-1'],
      ['wang-fang', 'sandbox-openid-wang-fang'],
    ] as const) {
      const { status, body } = await invoke({ op: 'context', openid: 'forged', OPENID: 'forged' }, header)
      expect(status).toBe(200)
      expect(body.result).toMatchObject({ context: { OPENID: openid } })
    }
  })

  test('answers errCode and errMsg when the function fails', async () => {
    const { status, body } = await invoke({ op: 'throw' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ errCode: -504002, errMsg: 'boom' })
    expect(body).not.toHaveProperty('result')
  })

  test('refuses more than 100 KB of data', async () => {
    expect((await invoke({ op: 'nothing', pad: 'x'.repeat(100 * 1024) })).body.errCode).toBe(-501007)
  })

  test('refuses a body larger than anything sensible at once', async () => {
    expect((await post('/invoke/probe', 'x'.repeat(60 * 1024 * 1024))).status).toBe(413)
  })

  test.each(['', '{', '[]', '1', 'null', '{"data": 1}', '{"data": null}', '{"data": []}'])(
    'answers 400 to %j',
    async (body) => {
      const answer = await post('/invoke/probe', body)
      expect(answer.status).toBe(400)
      expect(answer.body.errMsg).toMatch(/JSON|"data"/)
    },
  )

  test.each(['A', '王', 'a b', 'x'.repeat(33), '../a'])('answers 400 to the citizen %j', async (citizen) => {
    const answer = await raw({ 'x-sandbox-citizen': encodeURIComponent(citizen) }, '/upload').catch(() => 0)
    expect(answer).not.toBe(200)
    const invoked = await post('/invoke/probe', '{"data":{}}', { 'x-sandbox-citizen': encodeURIComponent(citizen) })
    expect(invoked.status).toBe(400)
  })

  test('answers 405 to GET', async () => {
    expect((await fetch(`${cloud.url}/invoke/probe`)).status).toBe(405)
  })
})

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

  test('refuses to overwrite, also for the uploader', async () => {
    await put('uploads/once.txt', 'first')
    expect((await put('uploads/once.txt', 'second!')).body.errCode).toBe(-503002)
    expect(stored('uploads/once.txt')?.bytes).toBe(5)
  })

  test('one of two uploads to one path at the same time wins', async () => {
    const answers = await Promise.all(['x'.repeat(10), 'y'.repeat(10)].map((text) => put('uploads/race.txt', text)))
    expect(answers.map(({ body }) => body.errCode ?? 0).sort()).toEqual([-503002, 0])
  })

  test('refuses a file over maxBytes and keeps nothing of it', async () => {
    expect((await put('uploads/big.bin', new Uint8Array(1_000_000))).body.fileID).toBeDefined()
    expect((await put('uploads/bigger.bin', new Uint8Array(1_000_001))).body.errCode).toBe(-503001)
    expect(stored('uploads/bigger.bin')).toBeUndefined()
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

test('/file is denied to everybody, also to the uploader', async () => {
  const fileID = encodeURIComponent('cloud://sandbox.7361-sandbox-1250000000/uploads/d1/照片.jpg')
  for (const citizen of ['anna', 'other']) {
    const response = await fetch(`${cloud.url}/file?fileID=${fileID}`, { headers: { 'x-sandbox-citizen': citizen } })
    expect(await answerOf(response)).toMatchObject({ status: 403, body: { errCode: -503002 } })
  }
})

describe('who may talk to it', () => {
  test('only hosts of this machine', async () => {
    expect(await raw({ host: 'localhost:1234' })).toBe(200)
    expect(await raw({ host: '[::1]' })).toBe(200)
    for (const host of ['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:80']) {
      expect(await raw({ host })).toBe(403)
    }
  })

  test('only pages of this machine', async () => {
    const own = await fetch(`${cloud.url}/health`, { headers: { origin: 'http://localhost:5173' } })
    expect(own.headers.get('access-control-allow-origin')).toBe('http://localhost:5173')
    for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example']) {
      const foreign = await post('/invoke/probe', '{"data":{"op":"add"}}', { origin })
      expect(foreign.status).toBe(403)
    }
  })

  test('a page may send the citizen header', async () => {
    const preflight = await fetch(`${cloud.url}/invoke/probe`, {
      method: 'OPTIONS',
      headers: { origin: 'http://127.0.0.1:1', 'access-control-request-method': 'POST' },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-headers')).toMatch(/x-sandbox-citizen/)
  })

  test('no page reaches the cloud itself, and nobody without the session token', async () => {
    const params = JSON.stringify({ action: 'database.getDocument', collectionName: 'items' })
    const known = JSON.stringify({ ...JSON.parse(params), sessionToken: cloud.sdkEnv.TENCENTCLOUD_SESSIONTOKEN })
    expect((await post('/admin', known)).status).toBe(200)
    expect((await post('/admin', known, { origin: cloud.url })).status).toBe(403)
    expect((await post('/admin', params)).status).toBe(403)
    expect((await post('/admin', JSON.stringify({ ...JSON.parse(params), sessionToken: 'guess' }))).status).toBe(403)
  })

  test('there is no database behind the gateway', async () => {
    for (const path of ['/database', '/db', '/collection/items', '/query']) {
      expect((await post(path, '{"collection":"items"}')).status).toBe(404)
    }
  })
})
