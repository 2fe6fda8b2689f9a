import { namedIn } from '../../../../cloudfunctions/domain/supplement/forms'

const FIELDS = ['联系电话', '地址', '通讯地址', '名'].map((label) => ({ id: label, label }))

test.each([
  ['联系电话打不通，请核对', ['联系电话']],
  ['通讯地址不完整', ['通讯地址']],
  ['请核对联系电话和通讯地址', ['联系电话', '通讯地址']],
  ['签名不清', []],
  ['请补名单', []],
])('“%s” names %s', (reason, names) => {
  expect(namedIn(reason, FIELDS).map(({ fieldId }) => fieldId)).toEqual(names)
})
