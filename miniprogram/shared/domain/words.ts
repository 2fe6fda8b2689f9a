import { lengthOf } from '../form/text'

/** How many words are too many; '' = they fit. Blanks around them do not count. The same for page and server. */
export function tooLong(words: string, longest: number): string {
  const over = lengthOf(words.trim()) - longest
  return over > 0 ? `最多写 ${longest} 个字，多出 ${over} 个` : ''
}
