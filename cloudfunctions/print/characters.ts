import { type UnprintableCharacter } from '../../miniprogram/shared/domain/declaration'
import { cleanText, faultOf } from '../../miniprogram/shared/form/characters'

/** `𠮷` → `U+20BB7` */
export const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/**
 * Makes texts printable and keeps account of what is not: a character without a glyph would be an empty place on paper,
 * and a name would be wrong without anybody noticing. It stands as 〔U+XXXXX〕 instead.
 */
export class Characters {
  private readonly missing = new Map<string, UnprintableCharacter>()

  /** @param hasGlyph does the font show this code point? */
  constructor(private readonly hasGlyph: (codePoint: number) => boolean) {}

  /** The clean text as it can be printed; line feeds stay, tabs become blanks. */
  printable(text: string, place: string): string {
    let result = ''
    for (const character of cleanText(text).replace(/\t/g, ' ')) {
      result += this.shows(character) ? character : this.box(character, place)
    }
    return result
  }

  get unprintable(): readonly UnprintableCharacter[] {
    return [...this.missing.values()]
  }

  private shows(character: string): boolean {
    if (character === '\n') return true
    const fault = faultOf(character)
    // A picture that the font has is shown as it was typed.
    return (fault === undefined || fault === 'picture') && this.hasGlyph(character.codePointAt(0) ?? 0)
  }

  private box(character: string, place: string): string {
    const code = codeOf(character)
    if (!this.missing.has(code)) this.missing.set(code, { code, character, place })
    return `〔${code}〕`
  }
}
