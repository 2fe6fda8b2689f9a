import type { Field } from '../../../../../miniprogram/shared/form/index'
import type { Screen } from '../../../../support/screen'
import { plugIn, renderComponent, unplug } from '../../../../support/simulate'

beforeEach(() => plugIn())
afterEach(unplug)

const field = (type: Field['type'], more: Partial<Field> = {}): Field => ({ id: 'f', label: '项目', type, ...more })

/** Modules are loaded anew for each: a component registers itself when its file is loaded. */
function show(name: string, properties: object) {
  plugIn()
  return renderComponent(`packages/declare/components/${name}/${name}`, properties)
}

/** Of a choice with few options. */
const optionsOf = (shown: Screen) => shown.find('.choice-control').find('.choices').all('.choice')
const pick = (shown: Screen, label: string) => shown.find('.choice-control').find('.choices').tapText('.choice', label)
/** Of yes and no. */
const pickOf = (shown: Screen, label: string) => shown.find('.choices').tapText('.choice', label)

/** Every kind of control, with a value and how it reads. */
const CONTROLS: readonly (readonly [name: string, field: Field, value: unknown, reads: string])[] = [
  ['field-text', field('text'), '欧阳晴川', '欧阳晴川'],
  ['field-text', field('id_card'), '120116199508120041', '120116199508120041'],
  ['field-text', field('uscc'), '91120116MA05TEST0X', '91120116MA05TEST0X'],
  ['field-text', field('phone'), '13000000101', '13000000101'],
  ['field-text', field('email'), 'a@example.cn', 'a@example.cn'],
  ['field-textarea', field('textarea'), '第一行', '第一行'],
  ['field-textarea', field('address'), '虚构二路 6 号', '虚构二路 6 号'],
  ['field-number', field('number', { constraints: { unit: '年' } }), 3, '3 年'],
  ['field-number', field('money'), 12.5, '12.5 万元'],
  ['field-number', field('area'), 80, '80 ㎡'],
  ['field-date', field('date'), '2026-11-02', '2026年11月2日'],
  ['field-daterange', field('daterange'), { begin: '2025-01-01', end: '2025-09-01' }, '2025年1月1日 至 2025年9月1日'],
  ['field-single-choice', field('single_choice', { options: [{ value: 'm', label: '男' }] }), 'm', '男'],
  ['field-multi-choice', field('multi_choice', { options: [{ value: 'a', label: '提交' }] }), ['a'], '提交'],
  ['field-region', field('region'), '天津市 天津市 滨海新区', '天津市 天津市 滨海新区'],
  ['field-boolean', field('boolean'), '1', '是'],
]

describe.each(CONTROLS)('%s', (name, definition, value, reads) => {
  test(`${definition.type}: shows label, help, whether it must be filled, and the error in words`, () => {
    const shown = show(name, { field: { ...definition, hint: '照证件填写' }, required: true, error: '请填写项目' })
    expect(shown.text).toContain('项目')
    expect(shown.text).toContain('照证件填写')
    expect(shown.text).toContain('请填写项目')
    expect(shown.text).not.toContain('选填')
  })

  test(`${definition.type}: says 选填 when it may stay empty, and where a filled-in value came from`, () => {
    const shown = show(name, { field: definition, source: '来自您的一网通账号，请核对' })
    expect(shown.text).toContain('选填')
    expect(shown.text).toContain('来自您的一网通账号，请核对')
  })

  test(`${definition.type}: the read-only view shows the value as text and no control`, () => {
    const shown = show(name, { field: definition, value, readonly: true })
    expect(shown.text).toContain(reads)
    expect(shown.node.dom?.innerHTML ?? 'control').not.toMatch(/control|choice/)
    expect(show(name, { field: definition, value: null, readonly: true }).text).toContain('未填写')
  })
})

test('text: emits what is typed, null when emptied, and blur', async () => {
  const shown = show('field-text', { field: field('text') })
  const [changes, blurs] = [shown.listen('change'), shown.listen('blur')]
  await shown.type('.control', '张')
  await shown.type('.control', '')
  await shown.emit('.control', 'blur', {})
  expect(changes).toEqual([{ value: '张' }, { value: null }])
  expect(blurs).toHaveLength(1)
})

test('text: does not write back what is being typed, but shows a tidied value', async () => {
  const shown = show('field-text', { field: field('phone') })
  await shown.type('.control', '１３０')
  shown.node.setData({ value: '１３０' })
  expect(shown.node.data['text']).toBe('１３０')
  shown.node.setData({ value: '130' })
  expect(shown.node.data['text']).toBe('130')
})

test('textarea: counts characters against the limit', async () => {
  const shown = show('field-textarea', { field: field('textarea', { constraints: { maxLength: 10 } }) })
  await shown.type('.control', '四个汉字')
  expect(shown.text).toContain('已填 4 字，最多 10 字')
  await shown.type('.control', '𠮷野家')
  expect(shown.text).toContain('已填 3 字，最多 10 字')
})

test('number: emits a number, null when empty, and keeps what is no number yet', async () => {
  const shown = show('field-number', { field: field('number') })
  const changes = shown.listen('change')
  await shown.type('.control', '３．5')
  await shown.type('.control', '三年')
  await shown.type('.control', ' ')
  expect(changes).toEqual([{ value: 3.5 }, { value: '三年' }, { value: null }])
})

test('number: does not rewrite 3.0 to 3 while it is typed', async () => {
  const shown = show('field-number', { field: field('number') })
  await shown.type('.control', '3.0')
  shown.node.setData({ value: 3 })
  expect(shown.node.data['typed']).toBe('3.0')
})

test('date: emits the day and blur; the wheel keeps to the limits; a voluntary date can be cleared', async () => {
  const definition = field('date', { constraints: { dateMin: 'today-6m', dateMax: 'today' } })
  const shown = show('field-date', { field: definition, value: '2026-10-01', today: '2026-11-02' })
  const [changes, blurs] = [shown.listen('change'), shown.listen('blur')]
  expect(shown.node.data).toMatchObject({ start: '2026-05-02', end: '2026-11-02' })
  await shown.emit('.date__picker', 'change', { value: '2026-10-05' })
  await shown.tap('.date__clear')
  expect(changes).toEqual([{ value: '2026-10-05' }, { value: null }])
  expect(blurs).toHaveLength(2)
})

test('date range: keeps the half, and is judged when both days are there', async () => {
  const shown = show('field-daterange', { field: field('daterange'), today: '2026-11-02' })
  const [changes, blurs] = [shown.listen('change'), shown.listen('blur')]
  await shown.call('onBeginPick', { detail: { value: '2025-01-01' } })
  shown.node.setData({ value: { begin: '2025-01-01', end: '' } })
  expect(blurs).toHaveLength(0)
  expect(shown.text).toContain('请选择结束日期')
  await shown.call('onEndPick', { detail: { value: '2025-09-01' } })
  expect(changes).toEqual([
    { value: { begin: '2025-01-01', end: '' } },
    { value: { begin: '2025-01-01', end: '2025-09-01' } },
  ])
  expect(blurs).toHaveLength(1)
})

describe('single choice', () => {
  const options = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((value) => ({ value, label: `选项${value}` }))

  test('few options are all visible', async () => {
    const shown = show('field-single-choice', {
      field: field('single_choice', { options: options.slice(0, 3) }),
      value: 'b',
      required: true,
    })
    const changes = shown.listen('change')
    expect(optionsOf(shown).map(({ text }) => text)).toEqual(['选项a', '选项b', '选项c'])
    await pick(shown, '选项c')
    expect(changes).toEqual([{ value: 'c' }])
  })

  test('many options lie in a sheet, which closes with the choice', async () => {
    const shown = show('field-single-choice', { field: field('single_choice', { options }), value: 'b' })
    const changes = shown.listen('change')
    const control = shown.find('.choice-control')
    expect([control.has('.choices'), control.text]).toEqual([false, '选项b'])
    await control.tap('.choice-open')
    expect(control.node.data).toMatchObject({ open: true })
    await control.find('.choices').tapText('.choice', '选项g')
    expect(changes).toEqual([{ value: 'g' }])
    expect(control.node.data).toMatchObject({ open: false })
  })

  test('a voluntary choice can be taken back; a required one cannot', async () => {
    const definition = field('single_choice', { options: options.slice(0, 2) })
    const voluntary = show('field-single-choice', { field: definition, value: 'a' })
    const taken = voluntary.listen('change')
    await pick(voluntary, '选项a')
    expect(taken).toEqual([{ value: null }])
    const required = show('field-single-choice', { field: definition, value: 'a', required: true })
    const kept = required.listen('change')
    await pick(required, '选项a')
    expect(kept).toEqual([{ value: 'a' }])
  })

  test('a stored value that is no option any more stays readable', () => {
    const shown = show('field-single-choice', {
      field: field('single_choice', { options }),
      value: '旧值',
      readonly: true,
    })
    expect(shown.text).toContain('旧值（不在选项中）')
  })
})

test('multi choice: adds and removes options in the order of the form; null when none', async () => {
  const options = [
    { value: 'a', label: '提交' },
    { value: 'b', label: '补正' },
  ]
  const definition = field('multi_choice', { options, constraints: { minSelect: 2, maxSelect: 2 } })
  const shown = show('field-multi-choice', { field: definition, value: ['b'] })
  const changes = shown.listen('change')
  expect(shown.text).toContain('至少选 2 项，最多选 2 项')
  await pick(shown, '提交')
  await pick(shown, '补正')
  expect(changes).toEqual([{ value: ['a', 'b'] }, { value: null }])
})

test('multi choice: the sheet of many stays open for more', async () => {
  const options = ['a', 'b', 'c', 'd', 'e'].map((value) => ({ value, label: `选项${value}` }))
  const shown = show('field-multi-choice', { field: field('multi_choice', { options }), value: ['b'] })
  const changes = shown.listen('change')
  const control = shown.find('.choice-control')
  await control.tap('.choice-open')
  expect(control.find('.choices').all('.choice')).toHaveLength(5)
  await control.find('.choices').tapText('.choice', '选项e')
  expect(changes).toEqual([{ value: ['b', 'e'] }])
  expect(control.node.data).toMatchObject({ open: true })
})

test('region: emits the names with blanks between', async () => {
  const shown = show('field-region', { field: field('region') })
  const changes = shown.listen('change')
  await shown.emit('.region__picker', 'change', { value: ['天津市', '天津市', '滨海新区'] })
  expect(changes).toEqual([{ value: '天津市 天津市 滨海新区' }])
})

describe('boolean', () => {
  test('yes and no are "1" and "0"', async () => {
    const shown = show('field-boolean', { field: field('boolean'), required: true })
    const changes = shown.listen('change')
    await pickOf(shown, '是')
    await pickOf(shown, '否')
    expect(changes).toEqual([{ value: '1' }, { value: '0' }])
  })

  test('a declaration is one box; ticking it again takes the agreement back', async () => {
    const definition = field('boolean', { constraints: { mustBeTrue: true } })
    const shown = show('field-boolean', { field: definition, required: true })
    const changes = shown.listen('change')
    expect(shown.find('.choices').all('.choice')).toHaveLength(1)
    await pickOf(shown, '我已阅读并同意')
    shown.node.setData({ value: '1' })
    await pickOf(shown, '我已阅读并同意')
    expect(changes).toEqual([{ value: '1' }, { value: '0' }])
  })
})
