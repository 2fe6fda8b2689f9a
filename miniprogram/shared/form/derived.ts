import { idCardBirth, isIdCard } from './checksums'

/** What an ID number tells about its holder (GB 11643-1999): the birth day, and the sex by the 17th digit. */
export interface IdCardFacts {
  readonly birth: string
  readonly sex: 'm' | 'f'
}

/** null when the number is not valid. */
export function factsOfIdCard(idCard: string): IdCardFacts | null {
  const birth = isIdCard(idCard) ? idCardBirth(idCard) : null
  return birth === null ? null : { birth, sex: Number(idCard[16]) % 2 === 1 ? 'm' : 'f' }
}
