import { LARGEST_FILE } from '../limits'
import { type Material } from '../../../miniprogram/shared/domain/matter'
import { DOCUMENT_FORM, lookUp, MATERIAL_KIND, MATERIAL_SOURCE, NECESSITY } from '../code-tables'
import { codes, compact, count, flag, text } from '../read'
import { type Wire } from '../wire'

/** All that the provider takes (contract chapter 11): what counts where a material names no types, which is optional. */
const TAKEN_TYPES = ['jpg', 'png', 'pdf', 'doc', 'docx', 'xls', 'xlsx', 'mp4', 'dwg']

const namedTypes = (value: unknown): readonly string[] => codes(value).map((type) => type.toLowerCase())

/** File types of a material that is uploaded, in lower case and without a dot. */
export function fileTypesOf(value: unknown): readonly string[] {
  const named = namedTypes(value)
  return named.length > 0 ? named : TAKEN_TYPES
}

/** A code's label; the raw code when it is unknown, so that nothing is guessed and nothing is lost. */
const label = (table: Readonly<Record<string, string>>, value: unknown): string | undefined => {
  const code = text(value)
  return lookUp(table, code) ?? code
}

export function toMaterial(wire: Wire<'Material'>): Material {
  const kind = lookUp(MATERIAL_KIND, text(wire?.kind)) ?? 'unknown'
  const necessity = lookUp(NECESSITY, text(wire?.necessity)) ?? 'unknown'
  const minCount = count(wire?.minCount) ?? (kind === 'attachment' && necessity === 'required' ? 1 : 0)
  return compact({
    materialId: text(wire?.materialId) ?? '',
    name: text(wire?.materialName) ?? '',
    kind,
    necessity,
    documentForm: label(DOCUMENT_FORM, wire?.documentForm),
    source: label(MATERIAL_SOURCE, wire?.source),
    sourceDetail: text(wire?.sourceDetail),
    formId: text(wire?.formId),
    formVersion: text(wire?.formVersion),
    minCount,
    maxCount: Math.max(count(wire?.maxCount) ?? 1, minCount),
    fileTypes: kind === 'form' ? namedTypes(wire?.fileTypes) : fileTypesOf(wire?.fileTypes),
    maxSizeBytes: Math.min(count(wire?.maxSizeBytes) ?? LARGEST_FILE, LARGEST_FILE),
    paperCopies: count(wire?.paperCopies),
    shareable: flag(wire?.shareFlag),
    promisable: flag(wire?.promiseFlag),
    promiseDays: count(wire?.promiseDays),
    situationText: text(wire?.situationText),
    blankForm: flag(wire?.blankFlag) || undefined,
    sampleForm: flag(wire?.sampleFlag) || undefined,
    legalBasis: text(wire?.legalBasis),
    note: text(wire?.note),
  })
}

/** Materials in the provider's order. */
export const toMaterials = (rows: readonly NonNullable<Wire<'Material'>>[]): readonly Material[] =>
  [...rows].sort((a, b) => (count(a.seq) ?? 0) - (count(b.seq) ?? 0)).map(toMaterial)
