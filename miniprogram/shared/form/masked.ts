/**
 * Masking as WeChat's own table has it (domain conventions), for the answers of the functions and for the screen. Counts
 * characters, not UTF-16 units.
 */

const stars = (n: number): string => '*'.repeat(Math.max(n, 1))

/** Two characters show the last (`*三`), longer names the first and last (`欧**五`). */
export function maskName(name: string): string {
  const characters = [...name.trim()]
  const [first = '', ...rest] = characters
  const [last] = rest.slice(-1)
  if (last === undefined) return '*'
  return characters.length === 2 ? `*${last}` : `${first}${stars(characters.length - 2)}${last}`
}

/** Certificate numbers: first and last character only. */
export function maskCertNo(certNo: string): string {
  return certNo.length < 3
    ? stars(certNo.length)
    : `${certNo.slice(0, 1)}${stars(certNo.length - 2)}${certNo.slice(-1)}`
}

/** Phones: first three and last two digits. */
export function maskPhone(phone: string): string {
  return phone.length < 7 ? stars(phone.length) : `${phone.slice(0, 3)}${stars(phone.length - 5)}${phone.slice(-2)}`
}

/** As much of an address as names the district. */
const DISTRICT = 6

/** Addresses: the district stays. */
export function maskAddress(address: string): string {
  const characters = [...address]
  const shown = Math.min(DISTRICT, Math.floor(characters.length / 2))
  return `${characters.slice(0, shown).join('')}${stars(Math.min(characters.length - shown, DISTRICT))}`
}
