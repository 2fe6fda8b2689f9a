import { isEvaluable } from '../case-life-cycle/facts'
import { beijingDateTime } from '../clock'
import { EVALUATION_LEVELS } from '../evaluations/levels'
import { invalid, ProviderError } from '../protocol/errors'
import type { EvaluationRecord } from '../state/records'
import { defineFunction } from './define'
import { findCase } from './lookup'

interface Request {
  readonly caseNo: string
  readonly score: number
  readonly optionCodes: readonly string[]
  readonly comment?: string
}

/** 3001 for a code that is not on the list of this score. */
function checkCodes({ score, optionCodes }: Request): void {
  const known = EVALUATION_LEVELS.find((level) => level.score === score)?.options.map(([code]) => code) ?? []
  const wrong = optionCodes.findIndex((code) => !known.includes(code))
  if (wrong >= 0) throw invalid(`optionCodes[${wrong}]`, '选项与分值不一致')
}

/** #30 添加评价: once per case, within 30 days of its end, never changed; a bad one needs a reason. */
export const addEvaluation = defineFunction<Request>(30, (call, request) => {
  checkCodes(request)
  const record = findCase(call, request.caseNo)
  const { store, numbers, now } = call.platform
  if (record.evaluation !== undefined) throw new ProviderError('6001')
  if (!isEvaluable(record, now())) throw new ProviderError('6002', { currentStatus: record.status })
  const comment = request.comment?.trim() ?? ''
  const level = EVALUATION_LEVELS.find(({ score }) => score === request.score)
  if (level?.reasonRequired === true && request.optionCodes.length === 0 && comment === '') {
    throw new ProviderError('6003')
  }
  const at = now()
  const evaluation: EvaluationRecord = {
    evaluationId: numbers.evaluationId(at),
    score: request.score,
    optionCodes: request.optionCodes,
    comment,
    at,
    reply: null,
  }
  store.cases.put({ ...record, evaluation })
  return {
    evaluationId: evaluation.evaluationId,
    caseNo: record.caseNo,
    evaluatedAt: beijingDateTime(at),
    duplicate: '0',
  }
})
