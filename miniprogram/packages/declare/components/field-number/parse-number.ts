import { toHalfWidth } from '../../../../shared/form/text'
import type { CellValue } from '../../../../shared/form/answers'

/** A plain decimal: no exponent, no thousands separator. */
const DECIMAL = /^-?\d+(\.\d+)?$/

/**
 * What was typed → a JSON number, null when empty, or the text itself when it is not a number yet (`3.`, `三年`):
 * the check then says what is wrong, and nothing that was typed is lost.
 */
export function parseNumber(typed: string): CellValue {
  const text = toHalfWidth(typed).trim()
  if (text === '') return null
  return DECIMAL.test(text) ? Number(text) : typed
}
