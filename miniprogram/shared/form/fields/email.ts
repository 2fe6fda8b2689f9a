import { defineText, lineControl } from '../kind/text'

/** E-mail address. */
export const kind = defineText({
  title: '电子邮箱',
  mismatch: '请填写电子邮箱',
  maxLength: 100,
  pattern: 'email',
  control: lineControl({ placeholder: '例如 name@example.cn' }),
  example: () => 'name@example.cn',
})
