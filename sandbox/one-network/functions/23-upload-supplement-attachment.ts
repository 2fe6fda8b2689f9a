import { storeUpload } from '../attachments/store-upload'
import { invalid } from '../protocol/errors'
import { findRound, findRoundMaterial, refuseUnlessOpen } from '../supplements/lookup'
import { defineFunction } from './define'

interface Request {
  readonly caseNo: string
  readonly round: number
  readonly materialId: string
  readonly fileName: string
}

/** #23 上传补正材料: one file of a material that the round asks for. What is too many can be deleted by #24. */
export const uploadSupplementAttachment = defineFunction<Request>(23, (call, request) => {
  const { caseNo, round, materialId, fileName } = request
  const own = findRound(call, caseNo, round)
  refuseUnlessOpen(call, own)
  const material = findRoundMaterial(call, own, materialId)
  if (material.files === undefined) throw invalid('materialId', '电子表单请在提交补正时重交')
  const { types, max } = material.files
  return storeUpload(
    call,
    {
      declareNo: own.record.declareNo,
      caseNo,
      material,
      fieldId: '',
      round,
      fileTypes: types,
      maxCount: max,
      spare: 0,
    },
    fileName,
  )
})
