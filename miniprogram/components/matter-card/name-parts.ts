import type { MatterBrief } from '../../shared/domain/matter'
import { entryOf, fullNameOf, placesFound } from '../../shared/domain/search/entry'
import { wordsOf } from '../../shared/domain/search/letters'
import type { Places } from '../../shared/domain/search/places'

/** Letters of a name that stand together and were all found, or all not. */
export interface NamePart {
  readonly text: string
  readonly found: boolean
}

export interface NameParts {
  readonly short: readonly NamePart[]
  /** The full name up to its dash, which several matters share; empty when the name has none. */
  readonly family: readonly NamePart[]
  /** The rest of the full name, or all of it; empty when it is the short name over again. */
  readonly own: readonly NamePart[]
}

/** The dash between what several matters have in common and what is this one's own. */
const DASH = /\s*(?:--|——)\s*/

/** The names of a matter, with the letters that a query finds; query '' = nothing is searched for. */
export function nameParts(matter: MatterBrief, query: string): NameParts {
  const found = placesFound(entryOf(matter), wordsOf(query))
  const full = fullNameOf(matter)
  const short = partsOf(matter.shortName, 0, found.short)
  if (full === matter.shortName) return { short, family: [], own: [] }
  const dash = DASH.exec(full)
  const places = found.full
  if (dash === null) return { short, family: [], own: partsOf(full, 0, places) }
  const family = partsOf(full.slice(0, dash.index), 0, places)
  const own = full.slice(dash.index + dash[0].length)
  const from = Array.from(full).length - Array.from(own).length
  return { short, family, own: own === matter.shortName ? [] : partsOf(own, from, places) }
}

/** @param offset where the text begins, in characters, in the name that `places` are about */
function partsOf(text: string, offset: number, places: Places): readonly NamePart[] {
  const parts: { text: string; found: boolean }[] = []
  Array.from(text).forEach((char, index) => {
    const found = places.includes(offset + index)
    const last = parts[parts.length - 1]
    if (last?.found === found) last.text += char
    else parts.push({ text: char, found })
  })
  return parts
}
