import { ACTION_FACTS } from '../../miniprogram/shared/contract/actions'
import { ERROR_CODES } from '../../miniprogram/shared/contract/errors'
import { sourceFiles } from './source-files'

/** "May it have happened?" is decided in one place, from what an action is and what came back. */

const miniprogram = sourceFiles('miniprogram')
const DECIDES = 'miniprogram/services/call.ts'
const UNCLEAR = 'NETWORK|INTERNAL|OUTCOME_UNKNOWN|UPSTREAM_UNAVAILABLE'

/** A comparison with one of these codes, a case of a switch, or a list or set that holds one. */
const DECIDING = [
  new RegExp(`[!=]==?\\s*['"](${UNCLEAR})['"]`),
  new RegExp(`['"](${UNCLEAR})['"]\\s*[!=]==?`),
  new RegExp(`case\\s+['"](${UNCLEAR})['"]`),
  new RegExp(`\\[[^\\]{}]*['"](${UNCLEAR})['"][^\\]{}]*\\]`),
]
const decides = (text: string): boolean => DECIDING.some((pattern) => pattern.test(text))

test('no page, upload or saver decides by a code whether something may have happened', () => {
  expect(UNCLEAR.split('|').every((code) => (ERROR_CODES as readonly string[]).includes(code))).toBe(true)
  const deciding = miniprogram.filter(({ text }) => decides(text)).map(({ path }) => path)
  // errors.ts lists all codes, with the citizen's sentence for each.
  expect(deciding).toEqual([DECIDES, 'miniprogram/shared/contract/errors.ts'])
})

test.each([
  "if (failure.code === 'NETWORK') retry()",
  "switch (code) { case 'INTERNAL': return true }",
  "new Set<string>([\n  'CONFLICT',\n  'OUTCOME_UNKNOWN',\n])",
  "['UPSTREAM_UNAVAILABLE'].includes(code)",
])('%j would be found', (text) => expect(decides(text)).toBe(true))

test('only what a call is decides its outcome: nothing else sets it', () => {
  const others = miniprogram.filter(({ path, text }) => /outcomeOf\(/.test(text) && path !== DECIDES)
  expect(others.map(({ path }) => path)).toEqual(['miniprogram/services/upload-failed.ts'])
})

/** Service verbs that make one of these calls: `export const submitX = … call('x.submit', …)`. */
const verbsOf = (action: string): readonly string[] =>
  sourceFiles('miniprogram/services').flatMap(({ text }) => {
    const before = text.split(`call('${action}'`)
    const verb =
      before.length > 1 ? [...(before[0] ?? '').matchAll(/export (?:const|async function) (\w+)/g)].at(-1) : undefined
    return verb?.[1] ? [verb[1]] : []
  })

const once = Object.entries(ACTION_FACTS).flatMap(([action, { repeat }]) => (repeat === 'once' ? [action] : []))

test('every submit is made once', () => {
  const submits = Object.keys(ACTION_FACTS).filter((action) => action.endsWith('.submit'))
  expect(submits.length).toBeGreaterThan(2)
  expect(once).toEqual(expect.arrayContaining(submits))
})

test.each(once)('whoever calls %s asks for the outcome of its failure', (action) => {
  const [verb = 'none'] = verbsOf(action)
  const callers = miniprogram.filter(
    ({ path, text }) => !path.startsWith('miniprogram/services/') && new RegExp(`\\b${verb}\\(`).test(text),
  )
  expect(callers.length).toBeGreaterThan(0)
  expect(callers.filter(({ text }) => !/\.outcome === 'unknown'/.test(text)).map(({ path }) => path)).toEqual([])
})
