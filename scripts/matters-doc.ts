import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { MATTERS_DOC, mattersDoc } from './matters-doc/file'

/** `tsx scripts/matters-doc.ts` writes docs/matters.md for the office; `--check` only says whether it is current. */
function main(args: readonly string[]): void {
  const text = mattersDoc()
  if (!args.includes('--check')) return writeFileSync(MATTERS_DOC, text)
  const current = existsSync(MATTERS_DOC) ? readFileSync(MATTERS_DOC, 'utf8') : ''
  if (current !== text) throw new Error('docs/matters.md is out of date: run tsx scripts/matters-doc.ts')
}

try {
  main(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
