import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { auditKeys } from '../cloudfunctions/domain/audit/keys'
import { SANDBOX_AUDIT_KEY } from '../sandbox/environment'
import { toLines } from './audit-log/exported'
import { CRITERIA, findRows, lineOf } from './audit-log/find'
import { readFiles, readSandbox, writeLines } from './audit-log/source'
import { linesOf } from './audit-log/told'
import { verifyAudit } from './audit-log/verify'
import { ROOT } from './build/paths'
import { run } from './run'

const USAGE = `npm run audit:log -- verify [FILE …] [--last-seal N] [--seal-hash HASH]
npm run audit:log -- find [FILE …] [${Object.keys(CRITERIA)
  .map((name) => `--${name} …`)
  .join('] [')}] [--json]
npm run audit:log -- export [FILE …] --out FILE
Without a file: the sandbox, of --data FOLDER (.data). Files are of AUDIT_KEY.`

const text = { type: 'string' } as const

/** Verifies, searches or exports the audit log; exits 1 when it is not whole. docs/adr/0024 says what that proves. */
function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...Object.fromEntries(Object.keys(CRITERIA).map((name) => [name, text])),
      'last-seal': text,
      'seal-hash': text,
      data: text,
      out: text,
      json: { type: 'boolean' },
    },
  })
  const said = values as Readonly<Record<string, string | boolean | undefined>>
  const option = (name: string): string | undefined => (typeof said[name] === 'string' ? said[name] : undefined)
  const [command, ...files] = positionals
  const key = process.env['AUDIT_KEY'] ?? (files.length === 0 ? SANDBOX_AUDIT_KEY : undefined)
  if (key === undefined) throw new Error(`AUDIT_KEY is not set\n${USAGE}`)
  const keys = auditKeys(key)
  const log = files.length > 0 ? readFiles(files) : readSandbox(option('data') ?? join(ROOT, '.data'))
  const number = option('last-seal')
  const hash = option('seal-hash')
  const told = number === undefined ? undefined : { number: Number(number), ...(hash === undefined ? {} : { hash }) }
  const verdict = verifyAudit(log, keys, told)
  if (verdict.findings.length > 0) process.exitCode = 1
  if (command === 'verify') console.log(linesOf(verdict).join('\n'))
  else if (command === 'find') {
    const found = findRows(log.rows, said, keys)
    for (const row of found) console.log(said['json'] === true ? JSON.stringify(row) : lineOf(row))
    if (verdict.findings.length > 0)
      console.error(`the log is not whole (${verdict.findings.length} findings): verify it`)
  } else if (command === 'export') {
    const out = option('out')
    if (out === undefined) throw new Error(USAGE)
    writeLines(out, toLines(log))
    console.log([`${out}: ${log.rows.length} rows, ${log.seals.length} seals`, ...linesOf(verdict)].join('\n'))
  } else throw new Error(USAGE)
  return Promise.resolve()
}

run(async () => main())
