import { actions as api } from '../../../cloudfunctions/api/index'
import { actions as transfer } from '../../../cloudfunctions/transfer/index'
import { type Action } from '../../../cloudfunctions/kernel/define-action'
import { AppError } from '../../../cloudfunctions/kernel/errors'
import { Trail } from '../../../cloudfunctions/kernel/trail'
import { SOUND_INPUTS } from '../support/sound-inputs'

const all: readonly Action[] = [...api, ...transfer]

const LONG = 'x'.repeat(30_000)
/** What a hostile page may put in the place of a value of each kind. */
function bad(value: unknown): readonly unknown[] {
  if (typeof value === 'string') return [LONG, 1, null, { $gt: '' }, ['x']]
  if (typeof value === 'number') return [-1, 1.5, Infinity, NaN, 1e12, '1', { $gt: 0 }]
  return [LONG, Array.from({ length: 1000 }, (_, n) => `id${n}`), { length: 1 }, [null], [{ $gt: '' }]]
}

/** Every member of a value, at every depth: its path, and the whole value with that member replaced. */
function* variants(value: unknown): Generator<{ readonly path: string; readonly changed: unknown }> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, member] of Object.entries(value)) {
    const replaced = (by: unknown): unknown =>
      Array.isArray(value) ? value.map((item: unknown, n) => (String(n) === key ? by : item)) : { ...value, [key]: by }
    // Answers have many shapes: a test of their own.
    if (key === 'answers') continue
    for (const by of bad(member)) yield { path: key, changed: replaced(by) }
    for (const inner of variants(member)) yield { path: `${key}.${inner.path}`, changed: replaced(inner.changed) }
  }
}

const context = {
  requestId: 'input-limits',
  openid: 'nobody',
  now: Date.now,
  deadline: Date.now(),
  trail: new Trail(),
} as const

/** The paths that an action complains about; what else it throws is thrown. */
async function complaints(action: Action, input: unknown): Promise<readonly string[]> {
  try {
    await action.run(input, context)
  } catch (error) {
    if (error instanceof AppError && error.code === 'INVALID_INPUT') {
      return (error.detail.fields ?? []).map(({ field }) => field)
    }
    throw error
  }
  throw new Error('the input was taken')
}

const rows = all.flatMap((action) =>
  [...variants(SOUND_INPUTS[action.name])].map(
    ({ path, changed }, n) => [action, `${action.name} ${path} #${n}`, path, changed] as const,
  ),
)

test.each([
  ['a long text', { name: LONG }],
  ['a query', { name: { $gt: '' } }],
  ['a field that cannot be one', { $where: 'x' }],
  ['a list too long', { name: Array.from({ length: 501 }, () => 'x') }],
  ['a long text in a list', { name: [LONG] }],
  ['a table too long', { name: Array.from({ length: 501 }, () => ({ a: 'x' })) }],
  ['a query in a table', { name: [{ a: { $gt: '' } }] }],
  ['no number', { name: Infinity }],
  ['no answers at all', LONG],
])('answers: %s is refused', async (_name, answers) => {
  const save = all.find(({ name }) => name === 'declaration.save')
  const input = { ...SOUND_INPUTS['declaration.save'], forms: [{ materialId: 'CL1', answers }] }
  const fields = save ? await complaints(save, input) : []
  expect(fields.length).toBeGreaterThan(0)
  for (const field of fields) expect(field).toMatch(/^forms\.0\.answers/)
})

test('every action and every value is tried', () => {
  expect(all).toHaveLength(Object.keys(SOUND_INPUTS).length)
  expect(rows.length).toBeGreaterThan(150)
})

test.each(rows)(
  '%#: an input out of bounds is refused before anything is looked at',
  async (action, name, path, changed) => {
    const fields = await complaints(action, changed).catch((error: unknown) => {
      throw new Error(`${name}: ${error instanceof Error ? error.message : ''}`)
    })
    // Exactly the changed member, or something in it, is what is wrong.
    expect(fields.length).toBeGreaterThan(0)
    for (const field of fields) expect(`${field}.`.startsWith(`${path}.`) || path.startsWith(field)).toBe(true)
  },
)
