import { type BlankKind, blankFormOf } from '../downloads/blank-form'
import { FileAnswer } from '../protocol/file-answer'
import { ProviderError } from '../protocol/errors'
import { defineFunction } from './define'

interface Request {
  readonly materialId: string
  readonly kind: BlankKind
}

/** #2 空表样表下载: 3002 for a material without such a file (blankFlag, sampleFlag). */
export const downloadBlankForm = defineFunction<Request>(2, ({ platform }, { materialId, kind }) => {
  const { materialById, formById } = platform.catalogue
  const material = materialById.get(materialId)?.material
  const exists = kind === '1' ? material?.hasBlank : material?.hasSample
  if (material === undefined || exists !== true) throw new ProviderError('3002')
  const { fileName, bytes } = blankFormOf(material, formById.get(material.formId), kind)
  return new FileAnswer(fileName, 'application/octet-stream', bytes)
})
