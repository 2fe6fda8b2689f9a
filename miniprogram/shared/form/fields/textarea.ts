import { DEFAULT_MAX_LENGTH, defineText } from '../kind/text'

/** Text of several lines; its line breaks are kept. */
export const kind = defineText({
  title: '多行文本',
  mismatch: '请填写文字',
  maxLength: DEFAULT_MAX_LENGTH.textarea,
  multiline: true,
  wide: true,
  control: () => ({ name: 'textarea', typed: true, placeholder: '请填写' }),
})
