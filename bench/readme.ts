import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { ROOT } from '../scripts/build/paths'
import { readRecords } from './readme/records'
import { type Language, type RowId, ROWS, wordsIn } from './readme/rows'

const FILES: Readonly<Record<Language, string>> = { en: 'README.md', zh: 'README.zh-CN.md' }

const HEAD: Readonly<Record<Language, string>> = {
  en: '| figure | promised | measured | run |',
  zh: '| 指标 | 承诺 | 实测 | 测量 |',
}

const BLOCK = /(<!-- figures:[^>]*-->\n)[\s\S]*(<!-- end of figures -->)/

function table(language: Language): string {
  const records = readRecords()
  const lines = (Object.keys(ROWS) as RowId[]).map((id) => {
    const [{ figure, promise, measured }, found] = [ROWS[id], records[id]]
    if (!found) throw new Error(`${id} was never measured: npm run bench -- --record`)
    const filled = [figure, promise, measured].map((words) =>
      wordsIn(words, language).replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = found.values[name]
        if (value === undefined) throw new Error(`${id} has no ${name}: npm run bench -- --record`)
        return value
      }),
    )
    return `| ${[...filled, `${found.date}, Node ${found.node}`].join(' | ')} |`
  })
  return [HEAD[language], '| --- | --- | --- | --- |', ...lines].join('\n')
}

/** Both READMEs with the table of bench/figures.json; with `check`, complains instead when one says something else. */
export async function writeReadmes(check = false): Promise<void> {
  for (const language of ['en', 'zh'] as const) {
    const path = join(ROOT, FILES[language])
    const text = readFileSync(path, 'utf8')
    if (!BLOCK.test(text)) throw new Error(`${FILES[language]} has no place for the figures`)
    const filled = text.replace(BLOCK, (_, begin: string, end: string) => `${begin}\n${table(language)}\n\n${end}`)
    const wanted = await format(filled, { ...(await resolveConfig(path)), filepath: path })
    if (wanted === text) continue
    if (check) throw new Error(`${FILES[language]} says other figures than bench/figures.json: tsx bench/readme.ts`)
    writeFileSync(path, wanted)
  }
}

if (require.main === module) {
  writeReadmes(process.argv.includes('--check')).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}
