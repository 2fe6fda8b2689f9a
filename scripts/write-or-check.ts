import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from './build/paths'
import { run } from './run'

/** Path below the checkout → the text that a generator wants to stand there. */
export type Texts = Readonly<Record<string, string>>

/** As Texts, with pictures. */
type Contents = Readonly<Record<string, string | Uint8Array>>

/** Writes what is wanted; with `--check` names those that are not there as they should be instead, and the process will exit with 1. */
export async function writeOrCheck(script: string, contents: Contents): Promise<void> {
  for (const [path, wanted] of Object.entries(contents)) {
    const file = join(ROOT, path)
    const stands = await readFile(file).catch(() => undefined)
    if (stands?.equals(Buffer.from(wanted))) continue
    if (!process.argv.includes('--check')) {
      await writeFile(file, wanted)
      continue
    }
    console.error(`${path} is stale: run npx tsx scripts/${script}`)
    process.exitCode = 1
  }
}

/** The whole of a generator `tsx scripts/<script> [--check]`. Exits 1 when it fails. */
export function generate(script: string, make: () => Promise<Contents> | Contents): void {
  run(async () => writeOrCheck(script, await make()))
}
