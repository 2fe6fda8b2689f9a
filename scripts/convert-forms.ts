import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { convertForms } from './convert-forms/convert'
import { readSeed } from './convert-forms/seed'

const ROOT = join(__dirname, '..')
const FORMS = join(ROOT, 'cloudfunctions', 'forms')

/** File name → its text, formatted like the rest of the project. */
export async function renderForms(): Promise<ReadonlyMap<string, string>> {
  const rendered = new Map<string, string>()
  for (const [name, form] of Object.entries(convertForms(readSeed(ROOT)))) {
    const path = join(FORMS, name)
    const text = JSON.stringify({ $schema: './form.schema.json', ...form })
    rendered.set(name, await format(text, { ...(await resolveConfig(path)), filepath: path }))
  }
  return rendered
}

/** Names of the form files that are not what the specification says now. */
export async function staleForms(): Promise<string[]> {
  const current = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '')
  return [...(await renderForms())].filter(([name, text]) => current(join(FORMS, name)) !== text).map(([name]) => name)
}

/** `tsx scripts/convert-forms.ts` writes cloudfunctions/forms/*.json; `--check` only says whether they are current. */
async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--check')) {
    const stale = await staleForms()
    if (stale.length > 0) throw new Error(`stale: ${stale.join(', ')} — run tsx scripts/convert-forms.ts`)
    return
  }
  for (const [name, text] of await renderForms()) {
    writeFileSync(join(FORMS, name), text)
    console.log(`cloudfunctions/forms/${name}`)
  }
}

if (require.main === module) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}
