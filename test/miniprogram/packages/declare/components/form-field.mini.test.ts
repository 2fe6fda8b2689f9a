import { FIELD_TYPES } from '../../../../../miniprogram/shared/form/fields/index'
import { plugIn, renderComponent, unplug } from '../../../../support/simulate'

beforeEach(() => plugIn())
afterEach(unplug)

const show = (type: string, more: object = {}) =>
  renderComponent('packages/declare/components/form-field/form-field', {
    field: { id: 'f', label: '这一项', type, ...more },
  })

test.each(FIELD_TYPES)('%s has a control with its label', (type) => {
  const shown = show(type)
  expect(shown.text).toContain('这一项')
  expect(shown.text).not.toContain('暂时不能在小程序里填写')
})

test('a type that this version does not know is said plainly', () => {
  expect(show('hologram').text).toContain('“这一项”这一项暂时不能在小程序里填写')
})

test('events name the field', async () => {
  const shown = show('text')
  const [changes, blurs] = [shown.listen('change'), shown.listen('blur')]
  await shown.call('onControlEvent', { type: 'change', detail: { value: '张' } })
  await shown.call('onControlEvent', { type: 'blur', detail: {} })
  expect(changes).toEqual([{ fieldId: 'f', value: '张' }])
  expect(blurs).toEqual([{ fieldId: 'f' }])
})

test('a tap inside a control arrives with the field’s id', async () => {
  const shown = show('boolean')
  const changes = shown.listen('change')
  await shown.find('.form-field__kind').find('.form-control__kind').find('.choices').tapText('.choice', '否')
  expect(changes).toEqual([{ fieldId: 'f', value: '0' }])
})
