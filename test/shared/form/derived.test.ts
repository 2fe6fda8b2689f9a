import { ageText, type FormContext, type FormSchema, kindOf, visibleForm } from '../../../miniprogram/shared/form'
import { idCard, withForm } from '../fixtures/context'
import * as freight from '../fixtures/road-freight'
import * as nurse from '../fixtures/nurse-registration'

test('an age grows on the birthday', () => {
  const id = idCard('12011619800214002')
  expect(ageText(id, '2026-02-13')).toBe('45 周岁')
  expect(ageText(id, '2026-02-14')).toBe('46 周岁')
})

test.each([null, '', '120116198002140021', 'E1234567', 46, idCard('12011620300214002')])('%s tells no age', (value) => {
  expect(ageText(value, '2026-11-02')).toBe('')
})

/** What follows from the answers that are shown: field id → text. */
function notesOf(schema: FormSchema, context: FormContext): Record<string, string> {
  const { fields, context: seen } = visibleForm(schema, context)
  const notes = fields.map(({ id, type }) => [id, kindOf(type).note(seen.form[id], context.today)] as const)
  return Object.fromEntries(notes.filter(([, text]) => text !== ''))
}

test('ages stand beside the ID numbers that are shown and valid, and follow what is typed', () => {
  expect(notesOf(freight.schema, freight.maximal)).toEqual({ legal_person_id: '46 周岁', agent_id: '34 周岁' })
  const changed = withForm(freight.maximal, {
    agent_id: ' １２０１１６１９８００２１４００２４ ',
    legal_person_id: '120116',
  })
  expect(notesOf(freight.schema, changed)).toEqual({ agent_id: '46 周岁' })
  expect(notesOf(nurse.schema, withForm(nurse.minimal, { id_type: 'pass', id_no: 'E1234567' }))).toEqual({})
})
