import { DEFAULT_MAX_LENGTH, defineText } from '../kind/text'

/** One line of text. */
export const kind = defineText({ title: '文本', mismatch: '请填写文字', maxLength: DEFAULT_MAX_LENGTH.text })
