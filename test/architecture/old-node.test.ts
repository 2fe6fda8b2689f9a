import { parse } from 'acorn'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import deployed from '../../deploy/functions.json'
import { engines } from '../../package.json'
import { functionBundles } from '../support/system'

const names = Object.keys(deployed)
const entryOf = async (name: string) => join(await functionBundles(), name, 'index.js')

/** One call on a Node that says it is another one: what the function logs and answers. */
async function callOn(version: string, name: string, event: object) {
  const script = `
    Object.defineProperty(process, 'versions', { value: Object.assign({}, process.versions, { node: '${version}' }) })
    require(${JSON.stringify(await entryOf(name))}).main(${JSON.stringify(event)})
      .then((answer) => process.stdout.write(JSON.stringify({ answer: answer })))`
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })
  expect(stderr).toBe('')
  return stdout.split('\n').map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
}

test.each(names)('index.js of %s can be read by any Node', async (name) => {
  const code = readFileSync(await entryOf(name), 'utf8')
  expect(code.length).toBeLessThan(4096)
  expect(() => parse(code, { ecmaVersion: 5, sourceType: 'script' })).not.toThrow()
})

const ANSWERS: Readonly<Record<string, object>> = {
  api: { ok: false, requestId: 'asked-by-a-page', error: { code: 'INTERNAL', retryable: false } },
  transfer: { ok: false, requestId: 'asked-by-a-page', error: { code: 'INTERNAL', retryable: false } },
  callback: { statusCode: 500, body: '{"requestId":"asked-by-a-page"}' },
  scheduler: { ok: false },
}

test.each(['8.9.4', '10.15.0', '12.16.3', '16.13.0', '18.15.0', '20.18.3'].flatMap((v) => names.map((n) => [v, n])))(
  'on Node %s %s says so, and answers as it does when it fails',
  async (version = '', name = '') => {
    const [line, reply] = await callOn(version, name, { action: 'account.get', requestId: 'asked-by-a-page' })
    expect(line).toMatchObject({ requestId: 'asked-by-a-page', event: 'runtime', code: 'INTERNAL' })
    expect(line?.error).toContain(`needs Node ${engines.node.slice(2)} or later and runs on ${version}`)
    expect(reply).toMatchObject({ answer: ANSWERS[name] })
  },
)

test.each(['20.19.0', '22.0.0', '26.1.0'])('on Node %s the code beside it answers', async (version) => {
  const [line] = await callOn(version, 'callback', {})
  expect(line).toMatchObject({ answer: { statusCode: 404 } })
})
