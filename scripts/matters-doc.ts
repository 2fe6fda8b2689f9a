import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { mattersDocs } from './matters-doc/file'

/** `tsx scripts/matters-doc.ts` writes the two pages for the office; `--check` only says whether they are current. */
function main(args: readonly string[]): void {
  for (const [path, text] of mattersDocs()) {
    if (!args.includes('--check')) writeFileSync(path, text)
    else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
      throw new Error(`${path} is out of date: run tsx scripts/matters-doc.ts`)
    }
  }
}

try {
  main(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
