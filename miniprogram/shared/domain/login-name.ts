import { isUscc } from '../form/checksums'
import { toCode, withoutInvisible } from '../form/text'

const MOBILE = /^1[3-9]\d{9}$/
const ID_NUMBER = /^\d{17}[\dX]$/
/** `+86`, `0086` or `86` before a mobile number. */
const COUNTRY = /^(\+|00)?86(?=1[3-9]\d{9}$)/

/**
 * What somebody typed as a login → what One-Network is asked with. A mobile number, an ID number or a credit code may be
 * written with blanks, hyphens, brackets, full-width or small letters, or with marks that nobody sees; it is sent as it is
 * stored. A credit code is known by its check character too, because it is mostly letters as a login name is. Any other
 * name keeps what was typed: only outer blanks and invisible marks go. A password is never cleaned.
 */
export function toLoginName(typed: string): string {
  const visible = withoutInvisible(typed)
  const code = toCode(visible).replace(/[-()]/g, '').replace(COUNTRY, '')
  return MOBILE.test(code) || ID_NUMBER.test(code) || isUscc(code) ? code : visible.trim()
}
