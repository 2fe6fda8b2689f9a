import type { Fact, LegalBasis, Matter, MaterialBasis } from '../../cloudfunctions/matters/schema'
import { fullWidth } from '../convert-forms/punctuation'
import { guideBasis } from './basis'
import { evidenceOfCitations, factOn, libraryOf, type Library } from './citations'
import { toTimeLimit } from './limits'
import { atMost, citizenText, officeText } from './marks'
import { toNames } from './names'
import { toResults } from './results'
import type { SeedLegalBasis, SeedMatter } from './seed'

const SAME_AS_ABOVE = '同上'

/** The 22 matters with what each fact stands on. Throws where a fact cannot be traced. */
export function convertMatters(seed: readonly SeedMatter[]): Matter[] {
  const library = libraryOf(seed)
  return seed.map((matter) => toMatter(matter, library))
}

function toMatter(matter: SeedMatter, library: Library): Matter {
  const { conditions = {}, tips = {} } = guideBasis(matter)
  const { fee, guidance, provenance } = matter
  const fact = (text: string, row?: string): Fact => factOn(text, row, matter, library)
  return {
    slug: matter.slug,
    number: matter.seed_no,
    ...toNames(matter),
    field: matter.domain,
    type: fullWidth(matter.matter_type),
    authority: { text: fullWidth(matter.authority), evidence: 'knowledge' },
    applicants: { text: fullWidth(matter.applicants_label), evidence: 'knowledge' },
    conditions: guidance.conditions.map((text) => fact(text, conditions[text])),
    timeLimit: toTimeLimit(matter, library),
    legalBasis: matter.legal_basis.map(toLegalBasis),
    fee: {
      charged: fee.charged,
      text: citizenText(fee.note),
      evidence: evidenceOfCitations(fee.note, matter, library),
    },
    results: toResults(matter, library),
    materials: toMaterials(matter),
    tips: guidance.tips.map((text) => fact(text, tips[text])),
    provenance: { status: provenance.status, note: officeText(provenance.note), form: provenance.form_status },
  }
}

const toLegalBasis = ({ law, article, gist, version, evidence }: SeedLegalBasis): LegalBasis => ({
  law: citizenText(law),
  article: citizenText(article),
  content: citizenText(gist),
  ...(version !== undefined && { version: citizenText(version) }),
  evidence: atMost(evidence, article, gist),
})

function toMaterials({ materials }: SeedMatter): MaterialBasis[] {
  let above = ''
  return materials.map(({ id, name, legal_basis, basis_kind, evidence, note, tolerance }) => {
    above = legal_basis === SAME_AS_ABOVE ? above : legal_basis
    return {
      key: id,
      name: fullWidth(name),
      basis: citizenText(above),
      basisKind: basis_kind,
      evidence: atMost(evidence, above),
      ...(note !== null && { note: citizenText(note) }),
      ...(tolerance !== null && { toleranceDays: tolerance.supplement_working_days }),
    }
  })
}
