import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eventually } from './start-test-cloud'
import { call, cloud, prepareCloud, release } from './probe'

prepareCloud()

describe('a function that fails', () => {
  test.each<[string, object, number, RegExp]>([
    ['throws', { op: 'throw' }, -504002, /boom/],
    ['exits', { op: 'exit' }, -504002, /exited unexpectedly.*code 3/],
    ['answers what is no JSON', { op: 'circular' }, -504002, /circular/],
  ])('%s', async (_name, data, errCode, message) => {
    expect(await call(data)).toMatchObject({ ok: false, errCode, errMsg: expect.stringMatching(message) as string })
    expect(await call({ op: 'nothing' })).toMatchObject({ ok: true })
  })

  test.each(['hang', 'spin'])('takes too long: %s', async (how) => {
    const outcome = await call({ how }, 'c', 'slow')
    expect(outcome).toMatchObject({ ok: false, errCode: -504003, errMsg: 'Invoking task timed out after 1 seconds' })
  })

  test('is killed when it takes too long', async () => {
    const { requestId } = await call({ how: 'hang' }, 'c', 'slow')
    const start = `[slow ${requestId}] process `
    await eventually(() => expect(cloud.log.some((line) => line.startsWith(start))).toBe(true))
    const pid = Number(cloud.log.find((line) => line.startsWith(start))?.slice(start.length))
    expect(pid).toBeGreaterThan(1)
    await eventually(() => expect(() => process.kill(pid, 0)).toThrow(/ESRCH/))
  })

  test('needs more memory than config.json gives', async () => {
    const started = process.hrtime.bigint()
    release('glutton', 'exports.main = () => { const kept = []; for (;;) kept.push(new Array(1e5).fill({})) }')
    writeFileSync(join(cloud.functionsDir, 'glutton', 'config.json'), '{"memorySize": 64, "timeout": 20}')
    cloud.reload('glutton')
    const outcome = await call({}, 'c', 'glutton')
    expect(outcome).toMatchObject({ ok: false, errCode: -504002, errMsg: 'Memory limit exceeded: 64 MB' })
    expect(Number(process.hrtime.bigint() - started) / 1e9).toBeLessThan(15)
  })

  test('cannot be loaded', async () => {
    const outcome = await call({}, 'c', 'broken')
    expect(outcome).toMatchObject({
      ok: false,
      errCode: -504002,
      errMsg: expect.stringMatching(/cannot be loaded: cannot find my configuration/) as string,
    })
    expect(cloud.log.join('\n')).toMatch(new RegExp(`\\[broken ${outcome.requestId}\\] Error: cannot find`))
  })

  test.each(['nosuch', '../probe', ''])('is not there: %j', async (name) => {
    expect(await call({}, 'c', name)).toMatchObject({ ok: false, errCode: -504001 })
  })

  test('has no main', async () => {
    release('headless', 'exports.other = 1')
    cloud.reload('headless')
    expect(await call({}, 'c', 'headless')).toMatchObject({
      errMsg: expect.stringMatching(/no function "main"/) as string,
    })
  })

  test('has a config.json that cannot be', async () => {
    release('misconfigured', 'exports.main = () => 1')
    writeFileSync(join(cloud.functionsDir, 'misconfigured', 'config.json'), '{"timeout": 61}')
    cloud.reload('misconfigured')
    expect(await call({}, 'c', 'misconfigured')).toMatchObject({
      ok: false,
      errMsg: expect.stringMatching(/config\.json/) as string,
    })
  })

  test('has two triggers, of which the platform would take none', async () => {
    const trigger = (name: string) => ({ name, type: 'timer', config: '0 * * * * * *' })
    release('twice', 'exports.main = () => 1')
    writeFileSync(
      join(cloud.functionsDir, 'twice', 'config.json'),
      JSON.stringify({ triggers: [trigger('x'), trigger('y')] }),
    )
    cloud.reload('twice')
    expect(await call({}, 'c', 'twice')).toMatchObject({
      ok: false,
      errMsg: expect.stringMatching(/one trigger for a function/) as string,
    })
  })
})
