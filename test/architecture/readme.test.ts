import { readFileSync } from 'node:fs'

/** The tables of a README, row by row. */
function tablesOf(file: string): readonly (readonly string[])[] {
  const blocks = readFileSync(file, 'utf8').split(/\n\n+/)
  return blocks.filter((block) => block.startsWith('|')).map((block) => block.trim().split('\n'))
}

/** What is no language: code and the files that are linked; placeholders such as <page> are translated. */
const neutral = (row: string): readonly string[] =>
  [...row.matchAll(/`([^`]+)`|\]\(([^)]+)\)/g)]
    .map(([, code, link]) => (code ?? link ?? '').replace(/<[^>]+>/g, '<>'))
    .sort()

const columns = (row: string): number => row.split(/(?<!\\)\|/).length

const [english, chinese] = ['README.md', 'README.zh-CN.md'].map(tablesOf) as [
  ReturnType<typeof tablesOf>,
  ReturnType<typeof tablesOf>,
]

test('both READMEs have the same tables: rows, columns, commands, paths', () => {
  expect(english.length).toBeGreaterThan(4)
  expect(chinese.map((rows) => rows.map((row) => [columns(row), neutral(row)]))).toEqual(
    english.map((rows) => rows.map((row) => [columns(row), neutral(row)])),
  )
})

test('both name the same commands outside of tables', () => {
  const commands = (file: string): readonly string[] =>
    [...new Set(readFileSync(file, 'utf8').match(/npm (?:ci|start|run [\w:-]+|test)(?: -- [\w-]+)?/g) ?? [])].sort()
  expect(commands('README.zh-CN.md')).toEqual(commands('README.md'))
})
