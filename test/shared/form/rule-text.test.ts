import { type FormContext, type Rule, validateForm } from '../../../miniprogram/shared/form'
import type { RuleText } from '../../../miniprogram/shared/form/schema'
import { formById } from '../../../cloudfunctions/matters/forms'
import { isSafetyFact, textOf } from '../../../cloudfunctions/matters/laws'
import { standingOf, standingRule } from '../../../miniprogram/shared/form/rule-text'
import { withForm } from '../fixtures/context'
import { MATTER_FIXTURES } from '../fixtures/matters'

const READ: RuleText = { law: '护士条例', asOf: '2025-04-19' }
const AMENDED: RuleText = { ...READ, amended: { on: '2026-09-01', what: '第七条修改' } }

test.each([
  [READ, '2025-04-19', 'current'],
  [READ, '2027-04-19', 'current'],
  [READ, '2027-04-20', 'old'],
  [AMENDED, '2026-08-31', 'current'],
  [AMENDED, '2026-09-01', 'amended'],
  [AMENDED, '2030-01-01', 'amended'],
  [{ ...READ, amended: { on: '2026', what: '有修改' } }, '2025-12-31', 'current'],
  [{ ...READ, amended: { on: '2026', what: '有修改' } }, '2026-01-01', 'amended'],
] as const)('%j on %s is %s', (text, today, standing) => {
  expect(standingOf(text, today)).toBe(standing)
})

test('how long a text holds is a parameter', () => {
  const block: Pick<Rule, 'text' | 'outcome'> = { text: READ, outcome: { kind: 'problem', severity: 'error' } }
  const on = (today: string, lawTextMonths: number) => standingRule(block, { today, param: { lawTextMonths } }).severity
  expect([on('2026-05-01', 12), on('2026-05-01', 24), on('2028-05-01', 48)]).toEqual(['warning', 'error', 'error'])
})

test('only a block is softened, and never one without a text', () => {
  const on = { today: '2030-01-01', param: {} }
  const of = (severity: 'error' | 'warning' | 'info', text?: RuleText) =>
    standingRule({ outcome: { kind: 'problem', severity }, ...(text ? { text } : {}) }, on).severity
  expect([of('error', READ), of('warning', READ), of('info', READ), of('error')]).toEqual([
    'warning',
    'warning',
    'info',
    'error',
  ])
})

test('a basis is read in the text of the longest law that it begins with', () => {
  expect(textOf('民办教育促进法实施条例第二十一条')?.law).toBe('民办教育促进法实施条例')
  expect(textOf('民办教育促进法第十九条')?.law).toBe('民办教育促进法')
  expect(textOf('护士条例第七条')).toEqual({ law: '护士条例', asOf: '2025-04-19' })
  expect([textOf('口头约定'), textOf(undefined)]).toEqual([undefined, undefined])
})

/** A nurse whose education is too short, on a day. */
function toldOn(today: string): readonly (readonly [string, string])[] {
  const nurse = MATTER_FIXTURES.find(({ slug }) => slug === 'nurse-registration')
  if (!nurse) throw new Error('no nurse')
  const context: FormContext = { ...withForm(nurse.minimal, { school_years: 2 }), today }
  const about = validateForm(nurse.schema, context).filter(({ code }) => code === 'rule:c6')
  return about.map(({ severity, message }) => [severity, message])
}

test('the same slip blocks while the text is young, and is warned about when nobody looked at it for two years', () => {
  const [[before] = [], [after, message = ''] = []] = [toldOn('2027-04-19')[0], toldOn('2027-04-20')[0]]
  expect([before, after]).toEqual(['error', 'warning'])
  expect(message).toContain('按护士条例 2025-04-19 的文本核对，之后可能有修订')
  expect(message).toContain('不影响提交，以窗口为准')
})

test('a known amendment disarms every rule of its law, whatever its age; a safety fact blocks on', () => {
  const freight = formById('BD12011600000101')
  const blocks =
    freight?.rules.filter(({ outcome }) => outcome.kind === 'problem' && outcome.severity === 'error') ?? []
  const on = { today: '2026-11-30', param: {} }
  const disarmed = blocks.filter(
    (rule) => rule.basis?.startsWith('道路运输条例') && standingRule(rule, on).severity === 'error',
  )
  expect(disarmed).toEqual([])
  const age = blocks.find(({ id }) => id === 'c1')
  expect([isSafetyFact('road-freight', 'c1'), age?.text, age && standingRule(age, on).severity]).toEqual([
    true,
    undefined,
    'error',
  ])
})
