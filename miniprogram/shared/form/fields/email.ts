import { defineText, lineControl } from '../kind/text'
import { toHalfWidth } from '../text'

/** E-mail address. */
export const kind = defineText({
  title: '电子邮箱',
  mismatch: '请填写电子邮箱',
  maxLength: 100,
  pattern: 'email',
  store: (typed) => toHalfWidth(typed).replace(/\s/g, ''),
  control: lineControl({ placeholder: '例如 name@example.cn', maxLength: 100 }),
  example: () => 'name@example.cn',
})
