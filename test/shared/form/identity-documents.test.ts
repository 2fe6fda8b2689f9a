import { type Field, kindOf } from '../../../miniprogram/shared/form'
import { IDENTITY_DOCUMENTS } from '../../../miniprogram/shared/form/identity-documents'
import { idCard } from '../fixtures/context'

const FIELD: Field = { id: 'no', label: '证件号码', type: 'id_card', constraints: { documentType: 'of' } }
const kind = kindOf('id_card')

/** The complaint about a number as it was typed, beside this document. */
function complaint(document: string | null, typed: string): string {
  const read = kind.normalize(typed, FIELD)
  if (!read.ok) return read.message
  const env = { today: '2026-11-30', holds: () => true, valueOf: (id: string) => (id === 'of' ? document : null) }
  return kind
    .check(read.value, FIELD, env)
    .map(({ message }) => message)
    .join()
}

/** All invented: the issuing numbers below do not exist. */
const RIGHT: Readonly<Record<string, readonly string[]>> = {
  id: [idCard('12011619960721004'), '１２０１１６１９９６０７２１００４２', ' 120116 19960721 0042 '],
  pass: ['E12345678', 'ed1234567', 'Ｇ１２３４５６７８', 'X0000000', 'AB 123456', 'E 1234-5678'],
  hk: ['H12345678', 'm12345678', 'H1234567801', 'Ｈ１２３４５６７８'],
  tw: ['12345678', '1234567890', '1234567890(A)', '１２３４５６７８'],
  residence: [idCard('81000019900101001'), idCard('82000019900101001'), idCard('83000019900101001')],
  gpr: [idCard('91156119900101001'), 'XYZ123456789012', 'xyz 123456789012'],
}

const WRONG: Readonly<Record<string, readonly string[]>> = {
  id: ['120116199607210041', '12011619960721', 'E12345678', '120116199613210048'],
  pass: ['E123', 'E1234567890123456789', 'E1.2', '护照一二三四五'],
  hk: ['12345678', 'H1234567', 'C12345678', 'H123456789'],
  tw: ['T12345678', '123456789', '1234567'],
  residence: [idCard('12011619960721004'), '810000199001010010', 'H12345678'],
  gpr: [idCard('12011619960721004'), 'XY123456789012', '911561199001010010'],
}

test('every document has its examples', () => {
  expect(Object.keys(RIGHT).sort()).toEqual(Object.keys(IDENTITY_DOCUMENTS).sort())
  expect(Object.keys(WRONG).sort()).toEqual(Object.keys(IDENTITY_DOCUMENTS).sort())
})

describe.each(Object.keys(IDENTITY_DOCUMENTS))('%s', (document) => {
  test.each([...(RIGHT[document] ?? [])])('%s is taken', (typed) => {
    expect(complaint(document, typed)).toBe('')
  })

  test.each([...(WRONG[document] ?? [])])('%s is not, and the complaint names the document', (typed) => {
    expect(complaint(document, typed)).toMatch(/证|护照/)
  })
})

test('no document chosen: the number is taken for an ID card’s', () => {
  expect(complaint(null, idCard('12011619960721004'))).toBe('')
  expect(complaint('', 'E12345678')).toContain('身份证号码不正确')
})

test('a document that a newer form knows is left to the window', () => {
  expect(complaint('diplomat', 'D1234567')).toBe('这种证件的号码暂时无法核对，请联系窗口')
})

test('in a table each row has its own document', () => {
  const table: Field = {
    id: 'people',
    label: '人员',
    type: 'table',
    columns: [
      { id: 'of', label: '证件类型', type: 'single_choice', options: [{ value: 'pass', label: '护照' }] },
      { ...FIELD },
    ],
  }
  const rows = [
    { of: 'pass', no: 'E12345678' },
    { of: null, no: 'E12345678' },
  ]
  const env = { today: '2026-11-30', holds: () => true, valueOf: () => 'pass' }
  expect(kindOf('table').check(rows, table, env)).toMatchObject([{ at: '[1].no', code: 'pattern' }])
})
