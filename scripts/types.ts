import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from './build/paths'

/** The native compiler (docs/adr/0020); by path, as its package exports no command. */
const TSC = join(ROOT, 'node_modules', 'typescript-native', 'bin', 'tsc')

/** One tsconfig per world: the typings of Node and of the mini-program collide, and shared code may use neither. */
export const WORLDS = [
  'miniprogram/shared',
  'miniprogram',
  'cloudfunctions',
  'sandbox',
  'sandbox/wechat/runtime',
  'sandbox/desk/page',
  'scripts',
  'test',
] as const

/** `npm run types`: type-checks every world; exits 1 when one has errors. */
function main(): void {
  const failed = WORLDS.filter((world) => {
    const result = spawnSync(process.execPath, [TSC, '-p', world, '--pretty'], {
      cwd: ROOT,
      stdio: 'inherit',
    })
    console.log(`${result.status === 0 ? 'ok  ' : 'FAIL'} types of ${world}`)
    return result.status !== 0
  })
  if (failed.length) process.exitCode = 1
}

main()
