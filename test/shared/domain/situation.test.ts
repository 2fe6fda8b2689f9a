import fc from 'fast-check'
import type { Situation, SituationOption } from '../../../miniprogram/shared/domain/matter'
import {
  blockedOption,
  chooseOption,
  nextSituation,
  pruneOptions,
  shownSituations,
  situationAnswers,
  situationsComplete,
  situationText,
} from '../../../miniprogram/shared/domain/situation'

const option = (optionId: string, blockedBecause?: string): SituationOption => ({
  optionId,
  name: optionId.toUpperCase(),
  ...(blockedBecause === undefined ? {} : { blockedBecause }),
})

/** The nurse's questions, a third level, and a multiple choice. */
const QUESTIONS: readonly Situation[] = [
  question('type', ['first', 'change', 'cancel']),
  question('over3', ['over3-no', 'over3-yes'], ['first']),
  question('trained', ['trained-no', 'trained-yes'], ['over3-yes']),
  question('province', ['inside', 'outside'], ['change']),
  { ...question('extras', ['copy', 'post', 'photo']), multiple: true, required: false },
]

function question(id: string, options: readonly string[], dependsOn: readonly string[] = []): Situation {
  const blocked = '请到窗口办理'
  return {
    situationId: id,
    question: `${id}?`,
    multiple: false,
    required: true,
    dependsOn,
    options: options.map((o) => option(o, o === 'cancel' ? blocked : undefined)),
  }
}

const shown = (chosen: readonly string[]): string[] => shownSituations(QUESTIONS, chosen).map((q) => q.situationId)

test('at first only what depends on nothing is shown', () => {
  expect(shown([])).toEqual(['type', 'extras'])
  expect(shown(['first'])).toEqual(['type', 'over3', 'extras'])
  expect(shown(['first', 'over3-yes'])).toEqual(['type', 'over3', 'trained', 'extras'])
  expect(shown(['change'])).toEqual(['type', 'province', 'extras'])
})

test('options of hidden questions do not count, nor what they show', () => {
  expect(pruneOptions(QUESTIONS, ['over3-yes', 'trained-yes'])).toEqual([])
  expect(pruneOptions(QUESTIONS, ['trained-yes', 'over3-yes', 'first'])).toEqual(['first', 'over3-yes', 'trained-yes'])
  expect(pruneOptions(QUESTIONS, ['first', 'nonsense', 'inside'])).toEqual(['first'])
})

test('a single choice replaces, and hides what depended on it', () => {
  const chosen = ['first', 'over3-yes', 'trained-no']
  expect(chooseOption(QUESTIONS, chosen, 'over3-no')).toEqual(['first', 'over3-no'])
  expect(chooseOption(QUESTIONS, chosen, 'change')).toEqual(['change'])
  expect(chooseOption(QUESTIONS, ['first'], 'first')).toEqual(['first'])
})

test('a multiple choice toggles, in the order of the question', () => {
  const both = chooseOption(QUESTIONS, ['post'], 'copy')
  expect(both).toEqual(['copy', 'post'])
  expect(chooseOption(QUESTIONS, both, 'post')).toEqual(['copy'])
})

test('an option that is hidden or unknown cannot be chosen', () => {
  expect(chooseOption(QUESTIONS, ['change'], 'over3-yes')).toEqual(['change'])
  expect(chooseOption(QUESTIONS, ['change'], 'nonsense')).toEqual(['change'])
})

test('the next question, and when all is answered', () => {
  expect(nextSituation(QUESTIONS, [])?.situationId).toBe('type')
  expect(nextSituation(QUESTIONS, ['first', 'over3-yes'])?.situationId).toBe('trained')
  expect(situationsComplete(QUESTIONS, ['first', 'over3-yes'])).toBe(false)
  expect(situationsComplete(QUESTIONS, ['first', 'over3-no'])).toBe(true)
  expect(nextSituation(QUESTIONS, ['first', 'over3-no'])?.situationId).toBe('extras')
  expect(nextSituation(QUESTIONS, ['first', 'over3-no'], true)).toBeNull()
  expect(situationsComplete([], [])).toBe(true)
})

test('a blocked option says why', () => {
  expect(blockedOption(QUESTIONS, ['cancel'])?.blockedBecause).toBe('请到窗口办理')
  expect(blockedOption(QUESTIONS, ['first'])).toBeNull()
})

test('answers and text in the order of the questions', () => {
  const chosen = ['post', 'over3-no', 'first', 'copy']
  expect(situationAnswers(QUESTIONS, chosen)).toEqual({
    type: ['first'],
    over3: ['over3-no'],
    extras: ['copy', 'post'],
  })
  expect(situationText(QUESTIONS, chosen)).toBe('FIRST；OVER3-NO；COPY；POST')
})

test('whatever is sent: what counts is shown, known, at most one per single choice, and stable', () => {
  const ids = QUESTIONS.flatMap((q) => q.options.map((o) => o.optionId))
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ids, 'nonsense', '__proto__')), (sent) => {
      const counted = pruneOptions(QUESTIONS, sent)
      expect(pruneOptions(QUESTIONS, counted)).toEqual(counted)
      const visible = shownSituations(QUESTIONS, counted)
      for (const id of counted) expect(visible.some((q) => q.options.some((o) => o.optionId === id))).toBe(true)
      for (const q of visible.filter((v) => !v.multiple)) {
        expect(counted.filter((id) => q.options.some((o) => o.optionId === id)).length).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('questions that depend on each other in a circle end', () => {
  const circle = [question('a', ['a1'], ['b1']), question('b', ['b1'], ['a1'])]
  expect(pruneOptions(circle, ['a1'])).toEqual([])
})
