import type { Evidence, Fact } from '../../cloudfunctions/matters/schema'
import { atMost, citizenText, weaker } from './marks'
import type { SeedMatter } from './seed'

/** How much is known of a law: the best that any matter could find of it. */
export type Library = ReadonlyMap<string, Evidence>

export function libraryOf(matters: readonly SeedMatter[]): Library {
  const library = new Map<string, Evidence>()
  for (const { law, evidence } of matters.flatMap(({ legal_basis }) => legal_basis)) {
    const known = library.get(law)
    library.set(law, known !== undefined && weaker(known, evidence) === evidence ? known : evidence)
  }
  return library
}

const ARTICLE = /([\u4e00-\u9fa5]*)第[一二三四五六七八九十百零]+条/g
const PERMIT_LAW = '行政许可法'

/**
 * What a sentence without an evidence of its own stands on: the laws whose articles it cites. The weakest counts; none
 * cited = knowledge. Short words (条例, 实施条例, nothing at all) mean the matter's own law of that name.
 */
export function evidenceOfCitations(text: string, matter: SeedMatter, library: Library): Evidence {
  const cited = [...text.matchAll(ARTICLE)].map(([, law = '']) => lawOf(law, matter, library))
  const known = cited.map((law): Evidence => {
    // The law on permits does not govern what is no permit: there it can only be a comparison.
    if (law === PERMIT_LAW && matter.matter_type !== '行政许可') return 'knowledge'
    return library.get(law) ?? 'knowledge'
  })
  return atMost(known.length === 0 ? 'knowledge' : known.reduce(weaker), text)
}

function lawOf(cited: string, matter: SeedMatter, library: Library): string {
  if (library.has(cited)) return cited
  return matter.legal_basis.find(({ law }) => law.endsWith(cited))?.law ?? cited
}

/** The words that a fact is known by, and the evidence of the row of the legal basis that it stands on. */
export function factOn(text: string, row: string | undefined, matter: SeedMatter, library: Library): Fact {
  const words = citizenText(text)
  if (row === undefined) return { text: words, evidence: evidenceOfCitations(text, matter, library) }
  return { text: words, evidence: atMost(evidenceOfRow(row, matter), text), basis: citizenText(row) }
}

/** @param row law and article, as they stand in the matter's legal basis; throws when there is no such row */
export function evidenceOfRow(row: string, matter: SeedMatter): Evidence {
  const found = matter.legal_basis.find(({ law, article }) => law + article === row)
  if (!found) throw new Error(`${matter.slug}: no such legal basis: ${row}`)
  return atMost(found.evidence, found.article, found.gist)
}
