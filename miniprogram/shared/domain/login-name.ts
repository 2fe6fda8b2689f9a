import { withoutMarks } from '../form/characters'
import { isUscc } from '../form/checksums'
import { toBareCode } from '../form/codes'
import { PATTERNS } from '../form/patterns'

const ID_NUMBER = /^\d{17}[\dX]$/

/**
 * What somebody typed as a login → what One-Network is asked with. A mobile number, an ID number or a credit code is
 * cleaned as a form's is (form/codes.ts), and is sent as it is stored. A credit code is known by its check character too,
 * because it is mostly letters as a login name is. Any other name keeps what was typed: only outer blanks and marks that
 * nobody sees go. A password is never cleaned.
 */
export function toLoginName(typed: string): string {
  const mobile = PATTERNS.mobile.clean(typed)
  if (PATTERNS.mobile.test(mobile)) return mobile
  const code = toBareCode(typed)
  return ID_NUMBER.test(code) || isUscc(code) ? code : withoutMarks(typed).trim()
}
