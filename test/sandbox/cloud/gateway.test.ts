import { request } from 'node:http'
import { type Answer, answerOf, cloud, post, prepareGateway } from './gateway-calls'

prepareGateway()

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
