import { openEvaluation } from './open'
import { submitEvaluation } from './submit'

export const evaluationActions = [openEvaluation, submitEvaluation]
