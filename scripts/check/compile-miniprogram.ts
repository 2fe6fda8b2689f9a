import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as ci from 'miniprogram-ci'
import { ROOT } from '../build/paths'
import { RESULT_MARK, type CompiledPackage } from './compiled-package'

/**
 * Compiles the mini-program as an upload would, offline, with WeChat's own compiler (miniprogram-ci), and prints one
 * JSON line: file → bytes, plus whether the sandbox's port is inside. Runs as a process of its own: the compiler keeps
 * worker threads open, and its complaints ("parse js file …") go to stdout, where the caller looks for them.
 *
 * Bad WXML, WXSS, TypeScript syntax, a missing page or component end it with exit code 1 and the compiler's message.
 */
/** What marks sandbox code: the header by which the gateway is told the fictional citizen. */
const SANDBOX_MARK = 'x-sandbox-citizen'

/** Limits that WeChat's server would answer; without them the compiler asks over the network (platform.md, measured). */
const SERVER_LIMITS = {
  platform: true,
  setting: {
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 30,
    NavigateMiniprogramLimit: 10,
    MaxSubPackageLimit: 100,
    MinTabbarCount: 2,
    MaxTabbarCount: 5,
    MaxTabbarIconSize: 40,
  },
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tjgx-compile-'))
  const keyFile = join(folder, 'placeholder.pem')
  // The compiler wants a key file although nothing is uploaded.
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const project = new ci.Project({
    appid: 'touristappid',
    type: 'miniProgram',
    projectPath: ROOT,
    privateKeyPath: keyFile,
    ignores: ['node_modules/**/*', 'dist/**/*', '.data/**/*'],
  })
  Object.assign(project, { attr: () => Promise.resolve(SERVER_LIMITS) })
  const compiled = await ci.getCompiledResult(
    {
      project,
      version: '0.0.0',
      desc: 'offline check',
      setting: { useProjectConfig: true },
      onProgressUpdate: () => undefined,
    },
    join(folder, 'compiled.zip'),
  )
  rmSync(folder, { recursive: true })
  const result: Omit<CompiledPackage, 'skipped'> = {
    files: Object.fromEntries(Object.entries(compiled).map(([file, content]) => [file, Buffer.byteLength(content)])),
    sandboxFiles: Object.keys(compiled).filter((file) => String(compiled[file]).includes(SANDBOX_MARK)),
  }
  process.stdout.write(`\n${RESULT_MARK}${JSON.stringify(result)}\n`, () => process.exit(0))
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
