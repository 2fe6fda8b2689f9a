import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PARTS } from '../../scripts/mutation/parts'
import { judgeReport, type StrykerReport } from '../../scripts/mutation/report'
import { sourceFiles } from '../architecture/source-files'

const at = (
  line: number,
  status: StrykerReport['files'][string]['mutants'][number]['status'],
  replacement = 'false',
) => ({
  mutatorName: 'ConditionalExpression',
  replacement,
  status,
  location: { start: { line, column: 3 } },
})
const report: StrykerReport = {
  files: {
    'a.ts': {
      source: 'if (a)\n  if (b)\n',
      mutants: [at(1, 'Killed'), at(1, 'Timeout', 'true'), at(2, 'Survived'), at(2, 'NoCoverage', 'true')],
    },
  },
}
const listed = { file: 'a.ts', line: 'if (b)', mutator: 'ConditionalExpression', replacement: 'true', reason: 'test' }

test('the score counts what could be noticed; what nobody noticed is named with its place', () => {
  const judged = judgeReport(report, [])
  expect(judged).toMatchObject({ score: 50, noticed: 2, all: 4, stale: [] })
  expect(judged.survivors.map((one) => one.slice(0, 8))).toEqual(['a.ts:2:3', 'a.ts:2:3'])
})

test('a listed equivalent does not count; one that is noticed, or whose line is gone, is stale', () => {
  expect(judgeReport(report, [listed])).toMatchObject({ noticed: 2, all: 3, stale: [] })
  const noticed = { ...listed, line: 'if (a)' }
  const gone = { ...listed, line: 'if (c)' }
  expect(judgeReport(report, [noticed, gone]).stale).toHaveLength(2)
  expect(judgeReport(report, [{ ...gone, file: 'of-another-part.ts' }]).stale).toEqual([])
})

test('every part names sources and tests that are there', () => {
  const sources = ['cloudfunctions', 'miniprogram/shared'].flatMap(sourceFiles).map(({ path }) => path)
  for (const { mutate, tests } of Object.values(PARTS)) {
    const patterns = mutate.map((glob) => new RegExp(`^${glob.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}$`))
    for (const pattern of patterns) expect(sources.filter((path) => pattern.test(path))).not.toEqual([])
    for (const path of tests.filter((one) => !one.includes('*'))) {
      expect([path, existsSync(join(__dirname, '..', path))]).toEqual([path, true])
    }
  }
})
