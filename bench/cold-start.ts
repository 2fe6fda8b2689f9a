import { spawn } from 'node:child_process'
import { build } from 'esbuild'
import { cp, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { functionEnvironment } from '../sandbox/environment'
import { glob } from '../scripts/build/glob'
import { DIST, ROOT } from '../scripts/build/paths'
import { sideBySide, type Figure } from './measure'
import { withSystem } from './system'

/** Rounds of each side; a round spawns one process. */
const ROUNDS = 30

/** Loads a function as the platform does and makes one call; prints its reply. */
const FIRST_REPLY = `
  const { main } = require(process.argv[1])
  main({ action: 'account.get', input: {} }, {}).then((reply) => {
    process.stdout.write(JSON.stringify(reply), () => process.exit(reply.ok ? 0 : 1))
  })`

/** Spawn → first reply; rejects when the reply is a failure, so that a quick crash is never a good time. */
function firstReply(entry: string, env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['-e', FIRST_REPLY, entry], { env, stdio: ['ignore', 'pipe', 'inherit'] })
    let reply = ''
    child.stdout.on('data', (chunk: Buffer) => (reply += chunk.toString()))
    child.on('exit', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`${entry}: first reply failed (${code ?? signal}): ${reply}`)),
    )
  })
}

const isJson = (file: string): boolean => file.endsWith('.json')

/** The same sources, each file transpiled where it stands, packages loaded from node_modules. */
async function buildUnbundled(outDir: string): Promise<string> {
  const folders = ['cloudfunctions', 'miniprogram/shared']
  const sources = (await Promise.all(folders.map((f) => glob(join(ROOT, f), (file) => file.endsWith('.ts'))))).flat()
  await build({
    entryPoints: sources,
    outdir: outDir,
    outbase: ROOT,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
  })
  const data = (await Promise.all(['cloudfunctions', 'deploy'].map((f) => glob(join(ROOT, f), isJson)))).flat()
  for (const json of data) await cp(json, join(outDir, relative(ROOT, json)))
  return join(outDir, 'cloudfunctions', 'api', 'index.js')
}

/** Cold start of `api`: bundled against the same code unbundled, spawn → first reply with the real SDK. */
export async function coldStart(): Promise<Figure[]> {
  return withSystem({}, async (cloud, provider, functionsDir) => {
    const unbundledDir = join(DIST, 'bench-unbundled')
    const unbundled = await buildUnbundled(unbundledDir)
    const env = {
      PATH: process.env['PATH'],
      ...functionEnvironment(provider),
      ...cloud.sdkEnv,
      WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
      WX_OPENID: 'bench-openid',
      WX_APPID: 'bench-app',
    }
    const times = await sideBySide(
      () => firstReply(join(functionsDir, 'api', 'index.js'), env),
      () => firstReply(unbundled, env),
      { rounds: ROUNDS, warmup: 2 },
    )
    await rm(unbundledDir, { recursive: true, force: true })
    const ratio = times.a / times.b
    const measured = `${ratio.toFixed(2)} × (bundled ${times.a.toFixed(0)} ms, unbundled ${times.b.toFixed(0)} ms, medians of ${ROUNDS})`
    const values = { ratio: ratio.toFixed(2), bundled: times.a.toFixed(0), unbundled: times.b.toFixed(0) }
    const holds = ratio <= 0.8
    const record = { id: 'cold-start', values } as const
    return [{ name: 'cold start of api, bundled / unbundled', promise: '≤ 0.8 ×', measured, holds, record }]
  })
}
