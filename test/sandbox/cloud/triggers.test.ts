import { Timers, timerEvent } from '../../../sandbox/cloud/timers'
import { type Releases } from '../../../sandbox/cloud/functions'
import { eventually, startTestCloud, type TestCloud } from './start-test-cloud'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.dispose())

describe('HTTP access', () => {
  const post = (path: string, body: BodyInit, type: string): Promise<Response> =>
    fetch(cloud.url + path, { method: 'POST', body, headers: { 'content-type': type } })

  test('hands over the request and answers as the function says', async () => {
    const response = await post('/api/v1/事?q=1&q2=%E4%BA%8C', '{"a":1}', 'application/json')
    expect(response.status).toBe(201)
    expect(response.headers.get('x-a')).toBe('b')
    const event = (await response.json()) as Record<string, unknown>
    expect(event).toMatchObject({
      path: `/v1/${encodeURIComponent('事')}`,
      httpMethod: 'POST',
      queryStringParameters: { q: '1', q2: '二' },
      body: '{"a":1}',
      isBase64Encoded: false,
      headers: { 'content-type': 'application/json' },
    })
  })

  test('hands over a binary body as base64, and sends one', async () => {
    const bytes = Uint8Array.from([0, 255, 254, 10])
    const event = (await (await post('/api', bytes, 'application/octet-stream')).json()) as Record<string, unknown>
    expect(event).toMatchObject({ isBase64Encoded: true, body: Buffer.from(bytes).toString('base64'), path: '/' })
    const answer = await fetch(`${cloud.url}/api?answer=binary`)
    expect(answer.headers.get('content-type')).toBe('application/zip')
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes)
  })

  test.each<[string, number, string | RegExp]>([
    ['text', 200, 'plain'],
    ['object', 200, '{"seen":true}'],
    ['throw', 500, /FUNCTIONS_EXECUTE_FAIL/],
    ['hang', 504, /FUNCTIONS_TIME_LIMIT_EXCEEDED/],
  ])('answers %s', async (answer, status, body) => {
    const response = await fetch(`${cloud.url}/api?answer=${answer}`)
    expect(response.status).toBe(status)
    expect(await response.text()).toMatch(body)
  })

  test('takes 100 KB of text and 6 MB of anything else', async () => {
    expect((await post('/api?answer=text', 'x'.repeat(100 * 1024), 'text/plain')).status).toBe(200)
    expect((await post('/api?answer=text', 'x'.repeat(100 * 1024 + 1), 'text/plain')).status).toBe(413)
    expect((await post('/api?answer=text', new Uint8Array(6 * 1024 * 1024 + 1), 'image/png')).status).toBe(413)
  })

  test('serves nothing beside its routes', async () => {
    for (const path of ['/', '/apiary', '/probe']) expect((await fetch(cloud.url + path)).status).toBe(404)
  })
})

describe('timers', () => {
  test('fire by hand with the event of the platform', async () => {
    const outcome = await cloud.fireTimer('probe', 'every-night')
    expect(outcome).toMatchObject({
      ok: true,
      result: {
        event: { Type: 'Timer', TriggerName: 'every-night', Message: '', Time: expect.stringMatching(/Z$/) as string },
      },
    })
  })

  test('act for nobody, also in a process that just served a citizen', async () => {
    const served = await cloud.invoke('probe', { op: 'context' }, { openid: 'sandbox-openid-anna' })
    expect(served).toMatchObject({ result: { context: { OPENID: 'sandbox-openid-anna' } } })
    expect(await cloud.fireTimer('probe', 'every-night')).toMatchObject({ ok: true, result: { openid: null } })
  })

  test('that config.json does not name fail', async () => {
    expect(await cloud.fireTimer('probe', 'unknown')).toMatchObject({ ok: false, errCode: -504001 })
    expect(await cloud.fireTimer('nosuch', 'every-night')).toMatchObject({ ok: false, errCode: -504001 })
  })

  test('fire by the clock until they are stopped', async () => {
    const fired: string[] = []
    const release = { definition: { timer: { name: 'each-second', cron: '* * * * * * *' } } }
    const releases = { names: () => ['probe'], find: () => release } as unknown as Releases
    const timers = new Timers(releases, (name, trigger) => fired.push(`${name} ${trigger}`))
    timers.restart()
    await eventually(() => expect(fired[0]).toBe('probe each-second'))
    timers.stop()
    const count = fired.length
    await new Promise((resolve) => setTimeout(resolve, 1200))
    expect(fired).toHaveLength(count)
  })

  test('the event names the trigger and the time', () => {
    expect(timerEvent('t', new Date(0))).toEqual({
      Type: 'Timer',
      TriggerName: 't',
      Time: '1970-01-01T00:00:00.000Z',
      Message: '',
    })
  })
})
