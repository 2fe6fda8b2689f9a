import fc from 'fast-check'
import { readCell } from '../../../cloudfunctions/domain/table/cells'
import { safeFileName } from '../../../cloudfunctions/domain/attachment/upload-place'
import { printDocument } from '../../../cloudfunctions/print'
import { toLoginName } from '../../../miniprogram/shared/domain/login-name'
import type { MatterBrief } from '../../../miniprogram/shared/domain/matter'
import { MatterIndex } from '../../../miniprogram/shared/domain/search/matter-index'
import { displayValue, type Field, hasRows, kindOf, summarize } from '../../../miniprogram/shared/form'
import { FIELD_TYPES } from '../../../miniprogram/shared/form/fields'
import { PATTERNS } from '../../../miniprogram/shared/form/patterns'
import { printed } from '../../cloudfunctions/print/printed'
import { PRINT_FONTS, rareFont } from '../../support/print-fonts'
import { contextOf, formOf } from './form-of'

/** Any string at all: every code unit, halves of characters, and what people and programs really mix in. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        ...[
          '\u202d',
          '\u00ad',
          '\u3164',
          '\ufe0f',
          '\u{e0100}',
          '\udb40',
          '\udd00',
          '\ue863',
          '\ue000',
          '⼾',
          '\uf967',
        ],
        ...[
          '\u2028',
          '\r\n',
          '\u0000',
          '\ufffe',
          '\ufffd',
          '😀',
          '⭐',
          '𠮷',
          '１',
          '津',
          ' ',
          '\u3000',
          '-',
          '—',
          ',',
          '，',
          '。',
        ],
        ...[
          '1',
          '2',
          '0',
          '万',
          '元',
          '+',
          '86',
          '(',
          '）',
          '=',
          '@',
          '..',
          '/',
          '<',
          '%',
          '\t',
          '第',
          '号',
          '〔2020〕',
        ],
      ),
    )
    .map((pieces) => pieces.join('')),
)

const OPTIONS = [{ value: 'a', label: '甲' }]
const COLUMNS: readonly Field[] = [{ id: 'org', label: '单位', type: 'text' }]
const FIELDS: readonly Field[] = [
  ...FIELD_TYPES.map((type) => ({ id: 'f', label: '项', type, options: OPTIONS, columns: COLUMNS })),
  ...Object.keys(PATTERNS).map((pattern): Field => ({
    id: 'f',
    label: `项 ${pattern}`,
    type: 'text',
    constraints: { pattern },
  })),
  { id: 'f', label: '元', type: 'money', constraints: { unit: '元' } },
]
const ENV = { today: '2026-11-02', holds: () => true, valueOf: () => null }

test.each(FIELDS.map((field) => [field.type, field.label, field] as const))(
  '%s %s: any text is read, judged and shown; reading what was stored changes nothing',
  (_type, _label, field) => {
    const kind = kindOf(field.type)
    fc.assert(
      fc.property(anyText, (typed) => {
        readCell(typed, field)
        const read = kind.normalize(typed, field)
        if (!read.ok) return expect(read.message).not.toBe('')
        expect(kind.normalize(read.value, field)).toEqual(read)
        for (const { message } of kind.check(read.value, field, ENV)) expect(message).not.toBe('')
        expect(typeof displayValue(field, read.value)).toBe('string')
        expect(JSON.parse(JSON.stringify(read.value))).toEqual(read.value)
      }),
    )
  },
)

test('any text in a login and in the search', () => {
  const matter: MatterBrief = {
    ...{ matterId: 'SX1', name: '护士执业注册许可', shortName: '护士执业注册', initials: ['hszyzc', 'hszyzcxk'] },
    ...{ typeLabel: '行政许可', subjects: ['person'], department: '卫生健康', hasSituations: true, fileable: true },
  }
  const index = new MatterIndex([matter])
  fc.assert(
    fc.property(anyText, (typed) => {
      expect(toLoginName(toLoginName(typed))).toBe(toLoginName(typed))
      index.find(typed)
    }),
    // Two halves of a character, which the mark between them kept apart.
    { examples: [['\udb40\u202d\udd00']] },
  )
})

test('any text as a file’s name is one that every system can unpack', () => {
  fc.assert(
    fc.property(anyText, (typed) => {
      const name = safeFileName(`${typed}.pdf`)
      expect(name).toMatch(/^[^\\/:*?"<>|\t\n\r\v\f\0]+\.pdf$/)
      expect(Buffer.from(name).toString()).toBe(name)
      expect(Array.from(name).length).toBeLessThanOrEqual(200)
    }),
  )
})

test('any text in any field can be printed', async () => {
  const fields = FIELD_TYPES.filter((type) => kindOf(type).control({ id: 'f', label: '项', type }).typed === true)
  const texts = fc.sample(anyText, 150)
  const sections = texts.flatMap((typed, at) => {
    const field: Field = { id: 'f', label: '项', type: fields[at % fields.length] ?? 'text', columns: COLUMNS }
    const schema = formOf([field])
    const form = { f: hasRows(field) ? [{ org: typed }] : typed }
    return summarize(schema, contextOf(form))
  })
  const { pdf } = await printDocument(printed([], { forms: [{ title: '表', sections }] }), rareFont, PRINT_FONTS)
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
}, 30_000)
