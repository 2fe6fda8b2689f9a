import { createReadStream } from 'node:fs'
import * as v from 'valibot'
import { fileTypeOf } from '../../../miniprogram/shared/domain/file-kind'
import { type BlankFormKind } from '../../../miniprogram/shared/domain/matter'
import { type CallBudget } from '../../kernel/context'
import { defineAction } from '../../kernel/define-action'
import { notFound } from '../../kernel/errors'
import { providerId } from '../../kernel/inputs'
import { downloadBlankForm } from '../../one-network/resources/blank-forms'
import { offerFile } from '../../domain/storage/offer'
import { withPath } from '../../domain/storage/stored-file'
import { loadPreparation } from '../../domain/matter/catalogue'

/** Moving a file takes time; the transfer function's own timeout limits it. */
const BUDGET_MS = 50_000

const input = v.object({ matterId: providerId, materialId: providerId, kind: v.picklist(['blank', 'sample']) })

/**
 * The blank form or the filled sample of a material (#2), for anybody: a short-lived address of it. The bytes go through
 * our storage, because the provider gives them to us alone. NOT_FOUND when the matter has no such material or file.
 */
export const offerBlankForm = defineAction(
  'matter.blankForm',
  input,
  async ({ matterId, materialId, kind }, context) => {
    const title = await titleOf(matterId, materialId, kind, context)
    return withPath(async (path) => {
      const file = await downloadBlankForm(materialId, kind, path, context)
      const fileName = file.fileName || title
      const nobody = { openid: context.openid, userId: '' }
      const place = { purpose: 'blank-form', materialId } as const
      const content = createReadStream(file.path)
      return { ...(await offerFile(content, fileTypeOf(fileName) || 'bin', place, nobody, context)), fileName }
    })
  },
  BUDGET_MS,
)

/** The material must be one of this matter's, and have that file. */
async function titleOf(matterId: string, materialId: string, kind: BlankFormKind, budget: CallBudget): Promise<string> {
  const material = (await loadPreparation(matterId, budget)).find((one) => one.materialId === materialId)
  const offered = kind === 'blank' ? material?.blankForm : material?.sampleForm
  if (material === undefined || offered !== true) throw notFound('blank form')
  return material.name
}
