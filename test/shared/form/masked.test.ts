import { displayMasked, type Field } from '../../../miniprogram/shared/form/index'

const field = (type: Field['type']): Field => ({ id: 'f', label: '一项', type })

test.each([
  ['id_card', '120116199607210042', '1****************2'],
  ['phone', '13000000102', '130******02'],
  ['address', '天津市南开区虚构路 1 号', '天津市南开区******'],
  ['text', '虞青禾', '虞青禾'],
  ['uscc', '91120116MA0FXN011B', '91120116MA0FXN011B'],
] as const)('%s: only what nobody beside the phone should read is masked', (type, value, shown) => {
  expect(displayMasked(field(type), value)).toBe(shown)
  expect(displayMasked(field(type), null)).toBe('')
})
