import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formDefects } from '../../../scripts/convert-forms/defects'
import { FORMS, staleForms } from '../../../scripts/convert-forms/files'

/** What the office does to a form file, and what the check says about it. */

const NAME = 'night-construction.json'
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tjgx-changed-'))
  cpSync(FORMS, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const LABEL = ['"label": "单位名称"', '"label": "单位全称"'] as const
const CHANGES = ['"version": "1.0"', '"version": "1.0","changes": [{ "on": "2026-12-01", "what": "改名" }]'] as const

function change(...edits: readonly (readonly [string, string])[]): void {
  const path = join(folder, NAME)
  const text = edits.reduce(
    (before, [from, to]) => {
      expect(before).toContain(from)
      return before.replace(from, to)
    },
    readFileSync(path, 'utf8'),
  )
  writeFileSync(path, text)
}

test('a changed file is refused until it says so under changes', () => {
  expect(staleForms(folder)).toEqual([])
  change(LABEL)
  expect(staleForms(folder)).toEqual([NAME])
  change(CHANGES)
  expect(staleForms(folder)).toEqual([])
  expect(formDefects(folder)).toEqual([])
})

const rule = (holds: object): readonly [string, string] => [
  '"rules": [',
  `"rules": [${JSON.stringify({
    id: 'office',
    holds,
    reads: [],
    marks: [],
    message: '请核对',
    outcome: { kind: 'problem', severity: 'error' },
    evidence: 'sourced',
  })},`,
]

test.each([
  [{ filled: [{ var: 'form.nothing' }] }, 'rules.office.holds: nothing is called form.nothing'],
  [{ '==': [{ var: 'today' }, '2026-01-01'] }, 'rules.office.holds: == is loose: write ==='],
  [{ in: ['gone', { var: 'situation.reason' }] }, 'rules.office.holds: there is no option gone'],
])('a broken rule %j is found, with file and place, also in a corrected file', (holds, complaint) => {
  change(CHANGES, rule(holds))
  expect(formDefects(folder)).toEqual([`${NAME} ${complaint}`])
})

test('a file that is no form is found, with file and place', () => {
  change(['"type": "uscc"', '"type": "USCC"'])
  expect(formDefects(folder).join()).toMatch(/^night-construction\.json \/sections\/\d+\/fields\/\d+\/type: /)
})
