import { archiveActions } from '../archive/actions'
import { evaluationActions } from '../evaluation/actions'
import { supplementActions } from '../supplement/actions'
import { listCases } from './list'
import { openCase } from './open'

/** What is done with a case, also after its end. */
export const caseActions = [listCases, openCase, ...supplementActions, ...evaluationActions, ...archiveActions]
