import { type CaseContents, type FiledMaterial } from '../../../miniprogram/shared/domain/archive'
import { MATERIAL_KIND, lookUp } from '../code-tables'
import { count, flag, list, text } from '../read'
import { type Wire } from '../wire'
import { toCaseStatus } from './cases'

/** What was filed with a case, material by material (contract #21): forms, files, and what is promised for later. */
export function toCaseContents(wire: Wire<'CaseMaterialsData'>): CaseContents {
  return {
    caseNo: text(wire?.caseNo) ?? '',
    matterName: text(wire?.itemName) ?? '',
    statusName: toCaseStatus(wire?.caseStatus, undefined).name,
    materials: list(wire?.materials).flatMap((material): FiledMaterial[] => {
      const materialId = text(material.materialId)
      if (!materialId) return []
      const files = list(material.attachments).flatMap((file) => {
        const fileName = text(file.fileName)
        return fileName ? [{ fileName, size: count(file.fileSize) ?? 0 }] : []
      })
      return [
        {
          materialId,
          name: text(material.materialName) ?? '',
          isForm: lookUp(MATERIAL_KIND, text(material.kind)) === 'form',
          isPromised: flag(material.promisePendingFlag),
          files,
        },
      ]
    }),
  }
}
