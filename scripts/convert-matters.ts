import { writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { matterFiles, matterIndex, staleMatters } from './convert-matters/files'

/**
 * `tsx scripts/convert-matters.ts` writes cloudfunctions/matters/<slug>.json, their sources and the table of them;
 * `--check` only says whether they are current. A file that the office has corrected (`changes` in it) is left alone.
 */
async function main(args: readonly string[]): Promise<void> {
  if (!args.includes('--check')) return writeMatters()
  const stale = staleMatters()
  if (stale.length > 0) {
    throw new Error(
      `not what the specification says: ${stale.join(', ')}. Corrected by the office? Then say so under "changes" in the file, see docs/matters.md. Otherwise run tsx scripts/convert-matters.ts`,
    )
  }
}

async function writeMatters(): Promise<void> {
  for (const { name, path, text } of matterFiles()) {
    const options = await resolveConfig(path)
    writeFileSync(path, await format(text, { ...options, filepath: path }))
    console.log(`cloudfunctions/matters/${name}`)
  }
  const index = matterIndex()
  writeFileSync(index.path, index.text)
  console.log(`cloudfunctions/matters/${index.name}`)
}

if (require.main === module) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}
