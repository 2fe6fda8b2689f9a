import { ageOn, isDay } from './days'

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const ID_CHECK = '10X98765432'

/** Check character of the first 17 digits of an ID number (GB 11643-1999, ISO 7064 MOD 11-2). */
export function idCardCheckCharacter(first17: string): string {
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17[i]), 0)
  return ID_CHECK[sum % 11] ?? ''
}

/** `110101199003070000` → `1990-03-07`; null when the text has no such day inside. */
export function idCardBirth(idCard: string): string | null {
  const match = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/i.exec(idCard)
  if (!match) return null
  const day = `${match[1]}-${match[2]}-${match[3]}`
  return isDay(day) ? day : null
}

/** Nobody who files is older, in years; the oldest person known became 122. */
const MOST_YEARS = 130

/**
 * 18 digits (the last may be X), a birth date that exists, and the right check character (GB 11643-1999).
 * @param today Beijing day: the holder is born by then, and not longer ago than people live
 */
export function isIdCard(text: string, today?: string): boolean {
  const birth = /^[1-9]\d{16}[\dX]$/.test(text) ? idCardBirth(text) : null
  if (birth === null || idCardCheckCharacter(text.slice(0, 17)) !== text[17]) return false
  const age = today === undefined ? 0 : ageOn(birth, today)
  return age !== null && age >= 0 && age <= MOST_YEARS
}

/** The alphabet of GB 32100-2015: no I, O, S, V, Z. */
export const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Check character of the first 17 characters of a unified social credit code (GB 32100-2015, MOD 31). */
export function usccCheckCharacter(first17: string): string {
  let sum = 0
  for (let i = 0; i < 17; i += 1) sum += USCC_ALPHABET.indexOf(first17[i] ?? '') * (3 ** i % 31)
  return USCC_ALPHABET[(31 - (sum % 31)) % 31] ?? ''
}

/** 18 characters of the standard's alphabet with the right check character. */
export function isUscc(text: string): boolean {
  return (
    /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text) &&
    usccCheckCharacter(text.slice(0, 17)) === text[17]
  )
}
