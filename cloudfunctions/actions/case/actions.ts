import { listCases } from './list'
import { openCase } from './open'

export const caseActions = [listCases, openCase]
