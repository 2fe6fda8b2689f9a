import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from './build/paths'
import { run } from './run'

/** Path below the checkout → the text that a generator wants to stand there. */
export type Texts = Readonly<Record<string, string>>

/** Writes the texts; with `--check` names those that are not there as they should be instead, and the process will exit with 1. */
export async function writeOrCheck(script: string, texts: Texts): Promise<void> {
  for (const [path, text] of Object.entries(texts)) {
    const file = join(ROOT, path)
    if ((await readFile(file, 'utf8').catch(() => undefined)) === text) continue
    if (!process.argv.includes('--check')) {
      await writeFile(file, text)
      continue
    }
    console.error(`${path} is stale: run npx tsx scripts/${script}`)
    process.exitCode = 1
  }
}

/** The whole of a generator `tsx scripts/<script> [--check]`. Exits 1 when it fails. */
export function generate(script: string, make: () => Promise<Texts> | Texts): void {
  run(async () => writeOrCheck(script, await make()))
}
