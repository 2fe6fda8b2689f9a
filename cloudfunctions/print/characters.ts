import { type UnprintableCharacter } from '../../miniprogram/shared/domain/declaration'
import { cleanText, codeOf, faultOf } from '../../miniprogram/shared/form/characters'

export interface FontRun {
  /** '' = the main font, in the face of the place. */
  readonly font: string
  readonly text: string
}

/**
 * Makes texts printable and keeps account of what is not: a character without a glyph would be an empty place on paper,
 * and a name would be wrong without anybody noticing. It stands as 〔U+XXXXX〕 instead.
 */
export class Characters {
  private readonly missing = new Map<string, UnprintableCharacter>()

  /** @param fontOf the font that shows a code point: '' = the main one, a name of its own for a rare character */
  constructor(private readonly fontOf: (codePoint: number) => string | undefined) {}

  /** The clean text as it can be printed; line feeds stay, tabs become blanks. */
  printable(text: string, place: string): string {
    let result = ''
    for (const character of cleanText(text).replace(/\t/g, ' ')) {
      result += this.shows(character) ? character : this.box(character, place)
    }
    return result
  }

  /** A printable line in pieces of one font each. */
  runs(line: string): readonly FontRun[] {
    const runs: { font: string; text: string }[] = []
    for (const character of line) {
      const font = this.fontOf(character.codePointAt(0) ?? 0) ?? ''
      const last = runs.at(-1)
      if (last?.font === font) last.text += character
      else runs.push({ font, text: character })
    }
    return runs
  }

  get unprintable(): readonly UnprintableCharacter[] {
    return [...this.missing.values()]
  }

  private shows(character: string): boolean {
    if (character === '\n') return true
    const fault = faultOf(character)
    // A picture that the font has is shown as it was typed.
    return (fault === undefined || fault === 'picture') && this.fontOf(character.codePointAt(0) ?? 0) !== undefined
  }

  private box(character: string, place: string): string {
    const code = codeOf(character)
    if (!this.missing.has(code)) this.missing.set(code, { code, character, place })
    return `〔${code}〕`
  }
}
