import type { AttachmentState } from '../domain/attachment'
import type { Material } from '../domain/matter'

/** A file as the judge sees it: rows of the server's ledger and what a page knows of them both are put into this. */
export interface JudgedFile {
  readonly id: string
  readonly materialId: string
  /** '' for a file of the material itself; the field's id for one inside a form (a signature). */
  readonly fieldId: string
  readonly state: AttachmentState
  /** '' while it has none. Two deliveries of the same bytes at the same moment have one, and are one file. */
  readonly providerId: string
}

type Asked = Pick<Material, 'kind' | 'necessity' | 'shareable' | 'minCount'>

/** How many files of a material there are, and how many a declaration has to have. */
export interface FilesOfMaterial {
  /** Delivered ones; those that are one file at the provider count once. */
  readonly have: number
  /** Whatever takes a place: everything but what was refused. */
  readonly begun: number
  /** The fewest with which it is complete. */
  readonly least: number
  /** With those that are begun: a file that is on its way still is missing. `have < need`: it may not be sent yet. */
  readonly need: number
}

/** A material whose files are missing, or not delivered yet. */
export interface MissingMaterial {
  readonly materialId: string
  readonly name: string
  readonly have: number
  readonly need: number
}

/**
 * How many files a declaration needs of a material (contract #4): none while it is optional, can be verified by data
 * sharing (数据共享), or is promised for later (承诺后补); but whatever is begun must be complete.
 */
function leastOf({ kind, necessity, shareable, minCount }: Asked, begun: number, promised: boolean): number {
  if (kind !== 'attachment' || promised) return 0
  const isMandatory = !shareable && (necessity === 'required' || necessity === 'tolerated')
  return isMandatory || begun > 0 ? Math.max(minCount, 1) : 0
}

/**
 * The one judgement of a material's files.
 * @param files of any materials, signatures among them too
 * @param promised it is to be brought later (承诺后补)
 */
export function filesOf(
  material: Asked & Pick<Material, 'materialId'>,
  files: readonly JudgedFile[],
  promised: boolean,
): FilesOfMaterial {
  const { materialId } = material
  const begun = filesAt(files, materialId).filter(({ state }) => state !== 'refused').length
  const have = deliveredCount(files, materialId)
  const least = leastOf(material, begun, promised)
  return { have, begun, least, need: Math.max(least, begun) }
}

/** Has a declaration to come with it, filled in or with a file, unless it is promised for later? */
export const mustCome = (material: Asked): boolean =>
  material.kind === 'form' ? material.necessity === 'required' : leastOf(material, 0, false) > 0

/** @param promised ids of what is brought later */
export const missingMaterials = (
  materials: readonly Material[],
  files: readonly JudgedFile[],
  promised: readonly string[],
): readonly MissingMaterial[] =>
  materials.flatMap((material) => {
    const { materialId, name } = material
    const { have, need } = filesOf(material, files, promised.includes(materialId))
    return have < need ? [{ materialId, name, have, need }] : []
  })

/**
 * The files that the draft's situation needs. Others were uploaded for an earlier situation, or for a material that is
 * promised for later by now: they are kept, shown as such, and neither count nor are submitted.
 * @param promised ids of what is brought later
 */
export function neededFiles<T extends Pick<JudgedFile, 'materialId'>>(
  files: readonly T[],
  materials: readonly Pick<Material, 'materialId'>[],
  promised: readonly string[],
): readonly T[] {
  const needed = new Set(materials.map(({ materialId }) => materialId).filter((id) => !promised.includes(id)))
  return files.filter(({ materialId }) => needed.has(materialId))
}

/** Delivered files of a material itself, not of its form's fields. */
export function deliveredCount(files: readonly JudgedFile[], materialId: string): number {
  const delivered = filesAt(files, materialId).filter(({ state }) => state === 'delivered')
  return new Set(delivered.map(({ id, providerId }) => providerId || id)).size
}

const filesAt = (files: readonly JudgedFile[], materialId: string): readonly JudgedFile[] =>
  files.filter((file) => file.materialId === materialId && file.fieldId === '')
