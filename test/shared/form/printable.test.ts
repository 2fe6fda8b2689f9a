import { type Answers, validateForm } from '../../../miniprogram/shared/form'
import { isUsualText } from '../../../miniprogram/shared/form/characters'
import { unprintableIn } from '../../../miniprogram/shared/form/printable'
import { contextOf, formOf } from './form-of'

test.each([
  ['what is usual', '天津市滨海新区·虞青禾（100㎡），Ⅲ 类 ①②③ ℃', []],
  ['rare names, also of the table of 8,105 characters and of the extensions', '虞㛃𬭊𠮷𪚥䶮𫝀𬺰𮯠〇', []],
  ['line breaks and tabs', '一\n二\t三', []],
  ['Korean, Arabic, and characters newer than the fonts', '김金م\u{31350}김', ['김', 'م', '\u{31350}']],
])('%s: %j', (_name, text, missing) => expect(unprintableIn(text)).toEqual(missing))

const schema = formOf([
  { id: 'name', label: '姓名', type: 'text' },
  { id: 'rows', label: '人员', type: 'table', columns: [{ id: 'name', label: '姓名', type: 'text' }] },
])

const problemsOf = (form: Answers) => validateForm(schema, contextOf(form))

test('what is usual can be printed, each character of it', () => {
  for (let code = 0x20; code < 0x10000; code += 1) {
    const character = String.fromCharCode(code)
    // With a character beside it that is not usual, each is looked up.
    if (isUsualText(character)) expect([code, unprintableIn(`${character}𠮷`)]).toEqual([code, []])
  }
})

test('a character that cannot be printed is told beside its field and its cell, and stands in nobody’s way', () => {
  expect(problemsOf({ name: '虞青禾', rows: [{ name: '𠮷' }] })).toEqual([])
  const problems = problemsOf({ name: '김철수', rows: [{ name: '虞' }, { name: '이' }] })
  expect(problems.map(({ field, severity, code }) => [field, severity, code])).toEqual([
    ['name', 'warning', 'print'],
    ['rows[1].name', 'warning', 'print'],
  ])
  expect(problems[0]?.message).toContain('“김 철 수”，打印的表上用编码代替。线上提交的内容不变')
})

test('what is wrong anyway is not called unprintable too', () => {
  expect(problemsOf({ name: '虞😀' }).map(({ severity }) => severity)).toEqual(['error'])
})
