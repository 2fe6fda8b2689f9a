import { existsSync, readFileSync } from 'node:fs'

/** SECURITY.md says what holds and which test would fail: a line about a file that is not there says nothing. */
const text = readFileSync('SECURITY.md', 'utf8')
const rows = text.split('\n').filter((line) => line.startsWith('|') && !/^\|[\s|-]+\|$/.test(line))

test('every file that SECURITY.md names is there', () => {
  const paths = [...text.matchAll(/`((?:cloudfunctions|miniprogram|test|deploy|docs)\/[^`]+)`/g)].map(
    ([, path]) => path ?? '',
  )
  expect(paths.length).toBeGreaterThan(50)
  expect(paths.filter((path) => !existsSync(path))).toEqual([])
})

test('what is met names a test or a file, what is open says whose turn it is', () => {
  const tables = rows.filter((row) => /\| *(met|partly|prepared)\b/.test(row))
  expect(tables.length).toBeGreaterThan(30)
  expect(tables.filter((row) => !/`[^`]+\/[^`]+`|`npm run|above|telephone/.test(row))).toEqual([])
  const open = rows.filter((row) => /\bopen\b/.test(row) && !/^\| who/.test(row) && !/^\| (a|the|an|who) /.test(row))
  expect(open.length).toBeGreaterThan(10)
  expect(open.filter((row) => !/office|operator|cloud|provider|\bus\b/i.test(row))).toEqual([])
})
