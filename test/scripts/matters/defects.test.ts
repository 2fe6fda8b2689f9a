import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { matterDefects } from '../../../scripts/matters/defects'
import { MATTERS_FOLDER } from '../../../scripts/matters/folders'
import { matterTable } from '../../../scripts/matters/table'

/** What the check says about a folder that somebody has broken: the file by its name, and what is wrong. */

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tjgx-matters-'))
  cpSync(MATTERS_FOLDER, root, { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function put(name: string, text: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true })
  writeFileSync(join(root, name), text)
}

/** Replaces the first place of a text in a file. */
function change(name: string, from: string | RegExp, to: string): void {
  const text = readFileSync(join(root, name), 'utf8')
  expect(text).toMatch(from)
  put(name, text.replace(from, to))
}

test('the folders as they lie there are sound', () => {
  expect(matterDefects()).toEqual([])
})

test('files that are missing, or that nobody would read', () => {
  rmSync(join(root, 'temp-slogan', 'ids.json'))
  rmSync(join(root, 'shared', 'parameters.json'))
  put('new-matter/matter.json', '{}')
  put('stray.json', '{}')
  put('temp-slogan/notes.txt', '')
  put('road-freight/Form2.json', '{}')
  put('road-freight/form.json', '{')
  put('New Matter/form.json', '{}')
  expect(matterDefects(root).sort()).toEqual(
    [
      ...['guide', 'ids', 'matter'].map((name) => `New Matter: no ${name}.json`),
      "New Matter: a folder's name is small letters and hyphens",
      ...['form', 'guide', 'ids'].map((name) => `new-matter: no ${name}.json`),
      'road-freight/Form2.json: nobody reads it',
      'road-freight/form.json: no JSON',
      'shared: no parameters.json',
      "stray.json: a matter's files lie in its folder, shared ones in shared/",
      'temp-slogan/notes.txt: nobody reads it',
      'temp-slogan: no ids.json',
    ].sort(),
  )
})

test('a file that is not of the shape that it names', () => {
  change('night-construction/form.json', '"type": "uscc"', '"type": "USCC"')
  change('temp-slogan/guide.json', '"choose": "one"', '"choose": "two"')
  const [form, guide, ...others] = matterDefects(root)
  expect(form).toMatch(/^night-construction\/form\.json \/sections\/\d+\/fields\/\d+\/type: /)
  expect(guide).toMatch(/^temp-slogan\/guide\.json \/situations\/0\/choose: /)
  expect(others).toEqual([])
})

test.each<readonly [string, readonly (readonly [string, string | RegExp, string])[], readonly string[]]>([
  [
    'a form without an id, and one without a material',
    [['road-freight/ids.json', /, "veh-promise": "\w+"/, '']],
    ['road-freight/ids.json forms: no id of veh-promise'],
  ],
  [
    'a form that no material is filled in by',
    [['road-freight/guide.json', '"form": "veh-promise"', '"form": "form"']],
    ['road-freight/veh-promise.json: no material is filled in by it'],
  ],
  [
    'a form that there is not',
    [['temp-greenland/guide.json', '"form": "shared/authorization-letter"', '"form": "shared/letter"']],
    ['temp-greenland/guide.json: there is no form shared/letter'],
  ],
  [
    'a material without an id',
    [['nurse-registration/ids.json', /"photo": "\w+",/, '']],
    ['nurse-registration/ids.json materials: no id of photo'],
  ],
  [
    'an id of nothing',
    [['nurse-registration/ids.json', '"photo":', '"foto":']],
    [
      'nurse-registration/ids.json materials: no id of photo',
      'nurse-registration/ids.json materials: there is no foto',
    ],
  ],
  [
    'an option without an id',
    [['nurse-registration/ids.json', '"first":', '"erste":']],
    [
      'nurse-registration/ids.json situations.reg_type: no id of first',
      'nurse-registration/ids.json situations.reg_type: there is no erste',
    ],
  ],
  [
    'an id twice',
    [['nurse-registration/ids.json', 'SX120116000014', 'SX120116000001']],
    ['nurse-registration/ids.json: SX120116000001 is given in road-freight/ids.json too'],
  ],
  [
    'a situation that there is not',
    [['nurse-registration/guide.json', '"in": ["first", "re"]', '"in": ["first", "again"]']],
    ['nurse-registration/guide.json: there is no situation reg_type.again'],
  ],
  [
    'a material that only one of the two files has',
    [['publication-retail/guide.json', '"key": "auth_letter"', '"key": "letter"']],
    [
      'publication-retail/ids.json materials: no id of letter',
      'publication-retail/ids.json materials: there is no auth_letter',
      expect.stringMatching(
        /^publication-retail: matter.json has the materials .*auth_letter.*, guide.json .*letter/,
      ) as string,
    ],
  ],
  [
    'a paper that may be brought later in one of the two files',
    [
      ['special-hours/guide.json', '"necessity": "tolerated"', '"necessity": "required"'],
      ['nurse-registration/guide.json', '"necessity": "optional"', '"necessity": "tolerated"'],
    ],
    [
      'shared/commitments.json: special-hours: staff_sign may be brought later, and is not tolerated in guide.json',
      expect.stringMatching(
        /^shared\/commitments.json: nurse-registration: \w+ is tolerated in guide.json, and no way allows it$/,
      ) as string,
    ],
  ],
  [
    'a fact that stands on no row of the legal basis',
    [['nurse-registration/matter.json', '"basis": "护士条例第七条"', '"basis": "护士条例第九十条"']],
    ['nurse-registration/matter.json: no row of the legal basis is 护士条例第九十条'],
  ],
  [
    'a limit for an option that there is not',
    [['nurse-registration/matter.json', '"in": ["change"', '"in": ["move"']],
    ['nurse-registration/matter.json: there is no situation reg_type.move'],
  ],
  [
    'a number twice',
    [['temp-greenland/matter.json', /"number": \d+/, '"number": 3']],
    [expect.stringMatching(/: number 3 where 4 is next$/) as string],
  ],
  [
    'a matter and an option of the shared files',
    [
      ['shared/questions.json', '"matter": "road-freight"', '"matter": "rail-freight"'],
      ['shared/commitments.json', /"option": "\w+"/, '"option": "never"'],
    ],
    [
      expect.stringMatching(/^shared\/commitments.json: [a-z-]+ has no situation \w+\.never$/) as string,
      'shared/questions.json: there is no matter rail-freight',
    ],
  ],
  [
    'a parameter that no rule reads, and one that rules read in vain',
    [['shared/parameters.json', '"name": "nightMaxDays"', '"name": "nightDays"']],
    [
      'shared/parameters.json: no rule reads nightDays',
      expect.stringMatching(/^night-construction\/form.json rules\.c3\S*: .*nightMaxDays/) as string,
      'night-construction/form.json rules.c3.message: there is no parameter nightMaxDays to be named',
    ],
  ],
  [
    'a field that is filled by a question that nobody asks',
    [['nurse-registration/form.json', '"path": "apply_by"', '"path": "by_whom"']],
    ['nurse-registration/form.json fields.agent_role.prefill: there is no situation by_whom'],
  ],
  [
    'words for specialists, and half-width punctuation',
    [
      ['nurse-registration/form.json', '健康体检一般应在 {healthCheckMonths} 个月以内。', '体检≤6个月。'],
      ['nurse-registration/guide.json', '注册类别？', '类别(注册)'],
    ],
    [
      'nurse-registration/guide.json reg_type: “类别(注册)” should be punctuated “类别（注册）”',
      expect.stringMatching(/^nurse-registration\/form.json rules.c3: “体检≤.*” is shorthand$/) as string,
    ],
  ],
  [
    'numbers of the law that stand in a rule',
    [
      ['nurse-registration/form.json', '{ "param": ["nurseSchoolYears"] }', '3'],
      ['collective-contract-review/form.json', '{ "param": ["contractYearsMost"] }, "y"', '"+3y"'],
    ],
    [
      'collective-contract-review/form.json rules.c1: +3y belongs into parameters.json',
      'nurse-registration/form.json rules.c6: 3 belongs into parameters.json',
    ],
  ],
  [
    'answers that mean something only behind their question',
    [
      ['nurse-registration/guide.json', '本人提交', '本人'],
      ['publication-retail/guide.json', '变更经营品种', '经营品种'],
    ],
    [
      'publication-retail/guide.json change_item: “经营品种” says nothing without its question',
      'nurse-registration/guide.json apply_by: “本人” says nothing without its question',
    ],
  ],
])('%s', (_name, edits, defects) => {
  for (const edit of edits) change(...edit)
  expect(matterDefects(root)).toEqual(defects)
})

test('a shared form that nobody asks for', () => {
  cpSync(join(root, 'shared', 'authorization-letter.json'), join(root, 'shared', 'another-letter.json'))
  expect(matterDefects(root)).toEqual([
    'shared/ids.json forms: no id of another-letter',
    'shared/another-letter.json: no material is filled in by it',
  ])
})

const rule = (holds: object): string =>
  `"rules": [${JSON.stringify({
    id: 'office',
    holds,
    reads: [],
    marks: [],
    message: '请核对',
    outcome: { kind: 'problem', severity: 'error' },
    evidence: 'office',
  })},`

test.each([
  [{ filled: [{ var: 'form.nothing' }] }, 'rules.office.holds: nothing is called form.nothing'],
  [{ '==': [{ var: 'today' }, '2026-01-01'] }, 'rules.office.holds: == is loose: write ==='],
  [{ in: ['gone', { var: 'situation.reason' }] }, 'rules.office.holds: there is no option gone'],
])('a broken rule %j is found, with file and place', (holds, complaint) => {
  change('night-construction/form.json', '"rules": [', rule(holds))
  expect(matterDefects(root)).toEqual([`night-construction/form.json ${complaint}`])
})

test('a form that is taken away leaves the table; the order is that of the tender', () => {
  expect(matterTable(root)).toBe(readFileSync(join(MATTERS_FOLDER, 'files.generated.ts'), 'utf8'))
  rmSync(join(root, 'road-freight', 'veh-promise.json'))
  expect(matterTable(root)).not.toContain("require('./road-freight/veh-promise.json')")
  const order = [...matterTable(root).matchAll(/^ {4}matter: .*\.\/([a-z-]+)\/matter\.json/gm)].map(([, slug]) => slug)
  expect(order.slice(0, 2)).toEqual(['road-freight', 'collective-contract-review'])
})
