import type { Evidence, ResultDocument, Validity } from '../../cloudfunctions/matters/schema'
import { guideBasis } from './basis'
import { evidenceOfRow, factOn, type Library } from './citations'
import { citizenText } from './marks'
import type { SeedMatter } from './seed'

/** The main result first, then what is issued with it. */
export function toResults(matter: SeedMatter, library: Library): ResultDocument[] {
  const { result, validity: validityRow, renewal } = guideBasis(matter)
  const { name, renew_before_days: renew, also_issued } = matter.result
  const validity = toValidity(matter, validityRow, library)
  return [
    {
      ...named(name, result, matter),
      ...(validity && { validity }),
      ...(renew !== null && { renewBefore: { value: renew, evidence: evidenceOf(renewal, matter) } }),
    },
    ...also_issued.map((also) => named(also, undefined, matter)),
  ]
}

const evidenceOf = (row: string | undefined, matter: SeedMatter): Evidence =>
  row === undefined ? 'knowledge' : evidenceOfRow(row, matter)

const named = (name: string, row: string | undefined, matter: SeedMatter): ResultDocument => ({
  name: citizenText(name),
  evidence: evidenceOf(row, matter),
  ...(row !== undefined && { basis: citizenText(row) }),
})

/** The years or days and the sentence about them are one fact: the sentence says where the number comes from. */
function toValidity(matter: SeedMatter, row: string | undefined, library: Library): Validity | undefined {
  const { years, days, note } = matter.result.validity
  if (years === null && days === null && note === null) return undefined
  return {
    ...(years !== null && { years }),
    ...(days !== null && { days }),
    ...factOn(note ?? '', row, matter, library),
  }
}
