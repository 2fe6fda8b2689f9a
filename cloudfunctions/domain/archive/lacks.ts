import { type ArchiveEntry, type ArchiveLack, type CaseContents } from '../../../miniprogram/shared/domain/archive'
import { fileTypeOf } from '../../../miniprogram/shared/domain/file-kind'
import { mustCome } from '../../../miniprogram/shared/judge'
import { type Checklist } from '../declaration/promises'

type Unused = Set<ArchiveEntry>

/** How the provider names files in its zip is not in the contract: the very name first, then the very size and type. */
function take(unused: Unused, fits: readonly ((entry: ArchiveEntry) => boolean)[]): boolean {
  for (const fit of fits) {
    const found = [...unused].find(fit)
    if (found) return unused.delete(found)
  }
  return false
}

function takeFile(unused: Unused, fileName: string, size: number): boolean {
  const wanted = fileName.normalize('NFC')
  const type = fileTypeOf(fileName)
  return take(unused, [
    (entry) => entry.name.normalize('NFC') === wanted && entry.size === size,
    (entry) => entry.name.normalize('NFC') === wanted,
    (entry) => size > 0 && entry.size === size && fileTypeOf(entry.name) === type,
  ])
}

/** A form's PDF, told by the name of its material. */
const takeForm = (unused: Unused, name: string): boolean =>
  take(unused, [(entry) => fileTypeOf(entry.name) === 'pdf' && `${entry.folder}/${entry.name}`.includes(name)])

/**
 * What the case's list of materials has (#21) and its zip has not, and what the matter asks for and the case has not.
 * @param asked undefined when the case was filed elsewhere
 */
export function lacksOf(
  { materials }: CaseContents,
  entries: readonly ArchiveEntry[],
  asked: Checklist = { materials: [], promised: [] },
): readonly ArchiveLack[] {
  const unused = new Set(entries)
  const lacks: ArchiveLack[] = []
  // Files first: their names are surer than those of forms.
  for (const { name, files } of materials) {
    for (const { fileName, size } of files) {
      if (!takeFile(unused, fileName, size)) lacks.push({ kind: 'file', material: name, fileName })
    }
  }
  for (const { name, isForm, isPromised } of materials) {
    if (isForm && !takeForm(unused, name)) lacks.push({ kind: 'form', material: name })
    if (isPromised) lacks.push({ kind: 'promised', material: name })
  }
  const filed = new Set(materials.map(({ materialId }) => materialId))
  for (const material of asked.materials) {
    const { materialId, name } = material
    if (filed.has(materialId)) continue
    if (asked.promised.includes(materialId)) lacks.push({ kind: 'promised', material: name })
    else if (mustCome(material)) lacks.push({ kind: 'missing', material: name })
  }
  return lacks
}
