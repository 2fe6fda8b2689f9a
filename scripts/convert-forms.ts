import { writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { formDefects } from './convert-forms/defects'
import { formFiles, FORMS, formIndex, staleForms } from './convert-forms/files'

/**
 * `tsx scripts/convert-forms.ts` writes cloudfunctions/forms/*.json and the table of them; `--check` only says whether
 * they are current and sound. A form that the office has corrected (`changes` in its file) is left alone.
 */
async function main(args: readonly string[]): Promise<void> {
  if (!args.includes('--check')) return writeForms()
  const defects = formDefects(FORMS)
  if (defects.length > 0) throw new Error(defects.join('\n'))
  const stale = staleForms()
  if (stale.length > 0) {
    const names = stale.join(', ')
    throw new Error(
      `not what the specification says: ${names}. Corrected by the office? Then say so under "changes" in the file, see docs/changing-a-form.md. Otherwise run tsx scripts/convert-forms.ts`,
    )
  }
}

async function writeForms(): Promise<void> {
  for (const { name, path, text } of formFiles()) {
    const options = await resolveConfig(path)
    writeFileSync(path, await format(text, { ...options, filepath: path }))
    console.log(`cloudfunctions/forms/${name}`)
  }
  const index = formIndex()
  writeFileSync(index.path, index.text)
  console.log(`cloudfunctions/forms/${index.name}`)
}

if (require.main === module) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}
