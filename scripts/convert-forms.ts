import { writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { formFiles, staleForms } from './convert-forms/files'

/** `tsx scripts/convert-forms.ts` writes cloudfunctions/forms/*.json; `--check` only says whether they are current. */
async function main(args: readonly string[]): Promise<void> {
  if (!args.includes('--check')) return writeForms()
  const stale = staleForms()
  if (stale.length > 0) throw new Error(`stale: ${stale.join(', ')} (run tsx scripts/convert-forms.ts)`)
}

async function writeForms(): Promise<void> {
  for (const { name, path, json } of formFiles()) {
    const options = await resolveConfig(path)
    writeFileSync(path, await format(json, { ...options, filepath: path }))
    console.log(`cloudfunctions/forms/${name}`)
  }
}

if (require.main === module) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}
