import { maskAddress } from '../masked'
import { DEFAULT_MAX_LENGTH, defineText } from '../kind/text'

/** A postal address in one line, as the certificate prints it. */
export const kind = defineText({
  title: '地址',
  mismatch: '请填写地址',
  maxLength: DEFAULT_MAX_LENGTH.text,
  wide: true,
  masked: maskAddress,
  control: () => ({ name: 'textarea', typed: true, placeholder: '省、市、区、街道、门牌号' }),
})
