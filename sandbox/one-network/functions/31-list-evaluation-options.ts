import { EVALUATION_LEVELS, MAX_OPTIONS } from '../evaluations/levels'
import { defineFunction } from './define'

interface Request {
  readonly score?: number
}

/** #31 获取评价时的选项: the dictionary, best level first; the same for every matter. */
export const listEvaluationOptions = defineFunction<Request>(31, (_call, { score }) => ({
  levels: EVALUATION_LEVELS.filter((level) => score === undefined || level.score === score).map((level) => ({
    score: level.score,
    scoreName: level.scoreName,
    reasonRequiredFlag: level.reasonRequired ? '1' : '0',
    options: level.options.map(([optionCode, optionName]) => ({ optionCode, optionName })),
  })),
  maxOptions: MAX_OPTIONS,
}))
