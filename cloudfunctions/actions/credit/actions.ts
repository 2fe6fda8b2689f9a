import { openCredit } from './open'

export const creditActions = [openCredit]
