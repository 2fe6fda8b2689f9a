import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import Database from 'libsql'
import { ROOT } from './build/paths'
import { hashKeyFor, newKeyLines } from './keys/new-key'
import { countForms, statusLines, type StoredDocument } from './keys/stored-forms'
import { run } from './run'

const USAGE = `npm run keys -- new                     makes a key and says where it is entered
npm run keys -- hash-key < file         HASH_KEY of an environment with SEALING_KEY alone, which is read from stdin
npm run keys -- status [--data folder]  which keys the sandbox's rows need; or --export folder: <collection>.json, as the
                                        cloud's console exports it (one document a line, or one list)`

/** The sandbox's database, as it is on disk; the sandbox may be running. */
function* documentsOfSandbox(data: string): Generator<StoredDocument> {
  const sql = new Database(join(data, 'cloud', 'cloud.sqlite'), { readonly: true })
  const rows = sql.prepare('select collection, body from document').all() as { collection: string; body: string }[]
  for (const { collection, body } of rows) yield { collection, document: JSON.parse(body) as unknown }
  sql.close()
}

function* documentsOfExport(folder: string): Generator<StoredDocument> {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const content = readFileSync(join(folder, file), 'utf8').trim()
    const lines = content.startsWith('[') ? [content] : content.split('\n').filter((line) => line.trim() !== '')
    for (const line of lines) yield { collection: basename(file, '.json'), document: JSON.parse(line) as unknown }
  }
}

/** `npm run keys`: keys of what is sealed at rest. Prints what is to be entered; stores and logs nothing. */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { data: { type: 'string' }, export: { type: 'string' } },
  })
  const print = (lines: readonly string[]): void => console.log(lines.join('\n'))
  switch (positionals[0]) {
    case 'new':
      return print(newKeyLines(new Date()))
    case 'hash-key':
      return print([`HASH_KEY=${hashKeyFor(await text(process.stdin))}`])
    case 'status': {
      const documents = values.export
        ? documentsOfExport(values.export)
        : documentsOfSandbox(values.data ?? join(ROOT, '.data'))
      return print(statusLines(countForms(documents)))
    }
    default:
      throw new Error(USAGE)
  }
}

run(main)
