import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { downloadArchive } from '../../../cloudfunctions/one-network/resources/archives'
import * as evaluations from '../../../cloudfunctions/one-network/resources/evaluations'
import * as supplements from '../../../cloudfunctions/one-network/resources/supplements'
import { UpstreamFailure } from '../../../cloudfunctions/one-network/failure'
import { sampleFile } from '../../../scripts/conformance/fill-form'
import { type Filed } from './journey'
import { asUser, budget } from './resources'

/** What citizens do with a case that was filed (journey.ts), as a walk over the resources. */

type Case = Pick<Filed, 'caseNo' | 'userToken'>

/** 需要补正的材料, 上传过的补正材料, all of it reading. */
export async function lookAtSupplements({ caseNo, userToken }: Case) {
  const { rounds } = await supplements.readRequirements(asUser(userToken), caseNo)
  const answered = await supplements.listSupplemented(asUser(userToken), caseNo)
  return { rounds, answered }
}

/** 补正: a file is brought, taken away and brought again; the form goes as it was filed. */
export async function answerSupplement({ caseNo, userToken, form, fileMaterialId }: Filed, folder: string) {
  const { rounds } = await lookAtSupplements({ caseNo, userToken })
  const round = rounds[0]?.round ?? 0
  const { fileName, bytes } = sampleFile('pdf', `supplement-${caseNo}`)
  const path = join(folder, fileName)
  writeFileSync(path, bytes)
  const digest = createHash('sm3').update(bytes).digest('hex')
  const file = { path, fileName, contentType: 'application/pdf', size: bytes.length, digest }
  const place = { caseNo, round, materialId: fileMaterialId }
  const { attachId } = await supplements.uploadSupplementFile(asUser(userToken), place, file)
  await supplements.deleteSupplementFile(asUser(userToken), { caseNo, round, attachId })
  await supplements.uploadSupplementFile(asUser(userToken), place, file)
  const answer = { requestNo: `journey-supplement-${Date.now()}`, caseNo, round, forms: [form], remark: '已更换' }
  await supplements.submitSupplement(asUser(userToken), answer)
  return lookAtSupplements({ caseNo, userToken })
}

/** 评价的选项, 已有的评价, all of it reading. */
export async function lookAtEvaluation({ caseNo, userToken }: Case) {
  const choices = await evaluations.listEvaluationChoices(budget())
  const evaluation = await evaluations.readEvaluation(asUser(userToken), caseNo)
  return { choices, evaluation }
}

/** 评价: the best level, which needs no reason. */
export async function rateCase({ caseNo, userToken }: Case) {
  await lookAtEvaluation({ caseNo, userToken })
  const rating = { requestNo: `journey-rating-${Date.now()}`, caseNo, score: 5, optionCodes: [], comment: '' }
  await evaluations.addEvaluation(asUser(userToken), rating)
  return lookAtEvaluation({ caseNo, userToken })
}

/** 下载完整材料: asked for again while the provider packs. */
export async function takeArchive({ caseNo, userToken }: Case, path: string) {
  for (let left = 5; ; left -= 1) {
    try {
      return await downloadArchive(asUser(userToken), caseNo, path)
    } catch (error) {
      if (!(error instanceof UpstreamFailure) || left === 0) throw error
      await new Promise((resolve) => setTimeout(resolve, error.detail.retryAfterMs ?? 1000))
    }
  }
}
