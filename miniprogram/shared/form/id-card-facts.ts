import { idCardBirth, isIdCard } from './checksums'
import { ageOn } from './days'

/** What an ID number tells about its holder (GB 11643-1999): the birth day, and the sex by the 17th digit. */
export interface IdCardFacts {
  readonly birth: string
  readonly sex: 'm' | 'f'
}

/** null when the number is not valid. @param today Beijing day: nobody is born later, or lives longer than people do */
export function factsOfIdCard(idCard: string, today?: string): IdCardFacts | null {
  const birth = isIdCard(idCard, today) ? idCardBirth(idCard) : null
  return birth === null ? null : { birth, sex: Number(idCard[16]) % 2 === 1 ? 'm' : 'f' }
}

/** `46 周岁`: the age of who has this ID number, on a Beijing day; '' while it is not a valid one (a passport tells none). */
export function ageText(idCard: unknown, today: string): string {
  const birth = typeof idCard === 'string' ? factsOfIdCard(idCard, today)?.birth : undefined
  const age = birth === undefined ? null : ageOn(birth, today)
  return age === null ? '' : `${age} 周岁`
}
