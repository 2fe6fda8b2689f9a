import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { failureOf } from './sdk'
import { eventually, startTestCloud } from './start-test-cloud'
import { call, citizen, cloud, prepareCloud, release, sdk } from './probe'

prepareCloud()

async function resultOf(data: object, id = 'c', name = 'probe'): Promise<unknown> {
  const outcome = await call(data, id, name)
  if (!outcome.ok) throw new Error(outcome.errMsg)
  return outcome.result
}

interface Seen {
  readonly context: { readonly OPENID: string; readonly SOURCE: string; readonly APPID: string; readonly ENV: string }
  readonly pid: number
}
const contextOf = async (data: object = {}, id = 'c'): Promise<Seen> =>
  (await resultOf({ op: 'context', ...data }, id)) as Seen

describe('a call from the app', () => {
  test('reaches the function with event, context and caller', async () => {
    const outcome = await call({ op: 'echo', x: [1, '二'], userInfo: { openId: 'forged' } }, 'anna')
    expect(outcome).toMatchObject({
      ok: true,
      result: {
        event: { op: 'echo', x: [1, '二'], userInfo: { openId: 'sandbox-openid-anna' } },
        functionName: 'probe',
        requestId: outcome.requestId,
      },
    })
    const { context } = await contextOf({}, 'anna')
    expect(context).toMatchObject({ OPENID: 'sandbox-openid-anna', SOURCE: 'wx_client', ENV: 'sandbox' })
  })

  test('gives null for nothing', async () => {
    expect(await resultOf({ op: 'nothing' })).toBeNull()
  })

  test('takes 100 KB of data, and no more', async () => {
    expect(await call({ op: 'nothing', pad: 'x'.repeat(100 * 1024 - 200) })).toMatchObject({ ok: true })
    const refused = await call({ op: 'nothing', pad: 'x'.repeat(100 * 1024) })
    expect(refused).toMatchObject({
      ok: false,
      errCode: -501007,
      errMsg: expect.stringMatching(/exceed max size/) as string,
    })
  })

  test('gives back 1 MB, and no more', async () => {
    expect(await call({ op: 'large', bytes: 1024 * 1024 - 2 })).toMatchObject({ ok: true })
    expect(await call({ op: 'large', bytes: 1024 * 1024 - 1 })).toMatchObject({ ok: false, errCode: -604001 })
  })
})

describe('processes', () => {
  test('calls at the same time have their own process and citizen', async () => {
    const seen = await Promise.all(['a', 'b', 'c'].map((id, n) => contextOf({ ms: 150 - n * 40 }, id)))
    expect(seen.map((each) => each.context.OPENID)).toEqual(['a', 'b', 'c'].map((id) => citizen(id).openid))
    expect(new Set(seen.map((each) => each.pid)).size).toBe(3)
  })

  test('a process is used again, for another citizen too', async () => {
    const first = await contextOf({}, 'first')
    const second = await contextOf({}, 'second')
    expect(second.pid).toBe(first.pid)
    expect(second.context.OPENID).toBe('sandbox-openid-second')
  })

  test("see the deployment's environment, not this machine's", async () => {
    expect(await resultOf({ op: 'environment' })).toMatchObject({
      own: 'from the environment',
      home: null,
      argv: ['--max-old-space-size=64'],
    })
  })

  test('what they print is logged with function and request', async () => {
    const { requestId } = await call({ op: 'print' })
    await eventually(() =>
      expect(cloud.log).toEqual(
        expect.arrayContaining(['a line', 'and another', 'to stderr'].map((line) => `[probe ${requestId}] ${line}`)),
      ),
    )
  })

  test('end by themselves when the cloud was killed', async () => {
    const runner = join(__dirname, '../../../sandbox/cloud/functions/runner.cjs')
    const child = fork(runner, [join(cloud.functionsDir, 'slow', 'index.js')], { silent: true })
    await once(child, 'message')
    child.send({ event: '{"how":"hang"}', context: {}, environment: {} })
    child.disconnect()
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  test('end with the cloud', async () => {
    const other = await startTestCloud()
    const outcome = await other.invoke('probe', { op: 'context' }, citizen('c'))
    const hanging = other.invoke('slow', { how: 'hang' }, citizen('c'))
    await new Promise((resolve) => setTimeout(resolve, 300))
    await other.dispose()
    expect(await hanging).toMatchObject({ ok: false })
    const { pid } = (outcome as { result: Seen }).result
    expect(() => process.kill(pid, 0)).toThrow(/ESRCH/)
  })
})

describe('a release', () => {
  test('serves the next call, while a running one ends on the old code', async () => {
    const code = (version: number): string => `
      exports.main = async ({ ms }) => {
        await new Promise((resolve) => setTimeout(resolve, ms))
        return [${version}, require('./part')]
      }`
    release('versioned', code(1))
    writeFileSync(join(cloud.functionsDir, 'versioned', 'part.js'), 'module.exports = "old"')
    cloud.reload('versioned')
    const running = resultOf({ ms: 600 }, 'c', 'versioned')
    await new Promise((resolve) => setTimeout(resolve, 300))
    release('versioned', code(2))
    writeFileSync(join(cloud.functionsDir, 'versioned', 'part.js'), 'module.exports = "new"')
    cloud.reload('versioned')
    expect(await resultOf({ ms: 0 }, 'c', 'versioned')).toEqual([2, 'new'])
    expect(await running).toEqual([1, 'old'])
    expect(await resultOf({ ms: 0 }, 'c', 'versioned')).toEqual([2, 'new'])
  })

  test('of everything finds new functions, and forgets those that went', async () => {
    release('comer', 'exports.main = () => "here"')
    expect(await call({}, 'c', 'comer')).toMatchObject({ ok: false, errCode: -504001 })
    cloud.reload()
    expect(await resultOf({}, 'c', 'comer')).toBe('here')
    rmSync(join(cloud.functionsDir, 'comer'), { recursive: true })
    cloud.reload()
    expect(await call({}, 'c', 'comer')).toMatchObject({ ok: false, errCode: -504001 })
  })

  test('of everything reads deploy/ again', async () => {
    const file = join(cloud.folder, 'deploy', 'collections.json')
    const collections = JSON.parse(readFileSync(file, 'utf8')) as object[]
    const rule = { read: false, write: false }
    const indexes = [{ name: 'one', keys: { n: 1 }, unique: true }]
    await sdk
      .database()
      .collection('items')
      .add({ data: [{ n: 1 }, { n: 1 }] })
    writeFileSync(file, JSON.stringify([...collections, { name: 'fresh', rule, indexes }]))
    cloud.reload()
    await sdk
      .database()
      .collection('fresh')
      .add({ data: { n: 1 } })
    const second = () =>
      sdk
        .database()
        .collection('fresh')
        .add({ data: { n: 1 } })
    expect((await failureOf(second)).errMsg).toMatch(/E11000/)
    writeFileSync(file, JSON.stringify([{ name: 'items', rule, indexes }]))
    expect(() => cloud.reload()).toThrow(/E11000.*items/)
    writeFileSync(file, '[{}]')
    expect(() => cloud.reload()).toThrow(/collections\.json: 0\.name/)
    expect(await call({ op: 'nothing' })).toMatchObject({ ok: true })
  })
})

describe('callFunction of the SDK', () => {
  test('carries data and result', async () => {
    const { result } = await sdk.callFunction({ name: 'probe', data: { op: 'echo', x: 1 } })
    expect(result).toMatchObject({ event: { op: 'echo', x: 1 } })
  })

  test('from a function keeps the citizen', async () => {
    const seen = (await resultOf({ op: 'nested', data: { op: 'context' } }, 'nina')) as Seen
    expect(seen.context).toMatchObject({ OPENID: 'sandbox-openid-nina', SOURCE: 'wx_client,scf' })
  })

  test.each<[string, string, object, string, RegExp]>([
    ['that throws', 'probe', { op: 'throw' }, 'FUNCTIONS_EXECUTE_FAIL', /boom/],
    ['that is not there', 'nosuch', {}, 'FUNCTIONS_REQUEST_FAIL', /could not be found/],
  ])('of a function %s fails', async (_name, name, data, code, message) => {
    const failure = await failureOf(() => sdk.callFunction({ name, data }))
    // The SDK gives errCode -1 here, and the platform's code as text.
    expect(failure).toMatchObject({ errCode: -1, code, errMsg: expect.stringMatching(message) as string })
  })
})

test('functions write to the database and the storage', async () => {
  await resultOf({ op: 'add', collection: 'items', data: { _id: 'by-function', n: 1 } })
  expect((await sdk.database().collection('items').doc('by-function').get()).data).toMatchObject({ n: 1 })
  const { fileID } = (await resultOf({ op: 'upload', cloudPath: 'f/单.txt', text: '内容' })) as { fileID: string }
  expect((await sdk.downloadFile({ fileID })).fileContent.toString()).toBe('内容')
})
