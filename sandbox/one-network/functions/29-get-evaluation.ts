import { isEvaluable } from '../case-life-cycle/facts'
import { beijingDateTime } from '../clock'
import { EVALUATION_LEVELS } from '../evaluations/levels'
import type { EvaluationRecord } from '../state/records'
import { defineFunction } from './define'
import { findCase } from './lookup'

function toEvaluation({ score, optionCodes, comment, at, reply }: EvaluationRecord): object {
  const level = EVALUATION_LEVELS.find((it) => it.score === score)
  return {
    score,
    scoreName: level?.scoreName ?? '',
    options: optionCodes.map((code) => ({
      optionCode: code,
      optionName: level?.options.find(([known]) => known === code)?.[1] ?? '',
    })),
    comment,
    evaluatedAt: beijingDateTime(at),
    replyContent: reply?.content ?? '',
    replyAt: reply === null ? '' : beijingDateTime(reply.at),
  }
}

/** #29 查看评价: what the user said of a case and what the department answered, or whether it may be rated now. */
export const getEvaluation = defineFunction<{ readonly caseNo: string }>(29, (call, { caseNo }) => {
  const record = findCase(call, caseNo)
  const { evaluation } = record
  if (evaluation !== undefined) return { caseNo, evaluatedFlag: '1', evaluableFlag: '0', ...toEvaluation(evaluation) }
  const evaluableFlag = isEvaluable(record, call.platform.now()) ? '1' : '0'
  return { caseNo, evaluatedFlag: '0', evaluableFlag, score: null, scoreName: '', options: [], comment: '' }
})
