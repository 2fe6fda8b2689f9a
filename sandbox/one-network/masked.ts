/** Masking of people's numbers where the office shows them: who looks over an officer's shoulder learns nothing. */

const stars = (count: number): string => '*'.repeat(Math.max(count, 1))

/** A certificate's number: its first and last character. */
export const maskedCertificate = (no: string): string =>
  no.length < 3 ? stars(no.length) : `${no.slice(0, 1)}${stars(no.length - 2)}${no.slice(-1)}`

/** A telephone number: three digits in front, two at the end. */
export const maskedPhone = (phone: string): string =>
  phone.length < 7 ? stars(phone.length) : `${phone.slice(0, 3)}${stars(phone.length - 5)}${phone.slice(-2)}`
