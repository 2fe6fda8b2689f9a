import fc from 'fast-check'
import { type ActionName } from '../../miniprogram/shared/contract/actions'
import { ECHO } from '../cloudfunctions/support/replies'
import { SOUND_INPUTS } from '../cloudfunctions/support/sound-inputs'

type Json = Readonly<Record<string, unknown>>

/** What breaks databases, paths, parsers and pages. */
const HOSTILE: readonly unknown[] = [
  ECHO,
  { $gt: '' },
  { $where: ECHO },
  { $regex: '.*' },
  [{ $ne: null }],
  '../../../etc/passwd',
  'cloud://other.env/private/file.pdf',
  '\u0000',
  '\u202e\u2066txt.exe',
  '\ud800',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '=HYPERLINK("http://x")',
  "' or 1=1 --",
  '__proto__',
  'constructor',
  '0'.repeat(31),
  '0'.repeat(33),
  'x'.repeat(60_000),
  -0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  '１２',
  '',
  ' ',
  null,
  true,
  [],
  {},
]

const anything = fc.oneof(fc.constantFrom(...HOSTILE), fc.jsonValue({ maxDepth: 3 }), fc.string({ unit: 'binary' }))

/** A sound input with some members replaced, left out, or joined by others. */
function changed(sound: Json): fc.Arbitrary<unknown> {
  const members = Object.entries(sound).map(([key, value]) => {
    const inner =
      typeof value === 'object' && value !== null && !Array.isArray(value) ? changed(value as Json) : fc.constant(value)
    return [key, fc.oneof({ weight: 3, arbitrary: inner }, { weight: 2, arbitrary: anything })] as const
  })
  const extra = fc.dictionary(fc.constantFrom('openid', 'userId', 'now', '$set', 'constructor', ECHO), anything, {
    maxKeys: 2,
  })
  const own = fc.record(Object.fromEntries(members), { requiredKeys: [] })
  const whole = fc.record(Object.fromEntries(members))
  return fc.tuple(fc.oneof(whole, whole, own), extra).map(([input, more]) => ({ ...more, ...input }))
}

/** Inputs of an action that no page sends: generated from what it takes, so that a new action has them, too. */
export function hostileInputs(action: ActionName, seed: number, count: number): readonly unknown[] {
  const input = fc.oneof(
    { weight: 9, arbitrary: changed({ ...SOUND_INPUTS[action] }) },
    { weight: 1, arbitrary: anything },
  )
  return fc.sample(input, { seed, numRuns: count })
}
