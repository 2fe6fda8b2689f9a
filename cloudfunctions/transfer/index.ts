import { deliverAttachment } from '../actions/attachment/deliver'
import { defineFunction } from '../kernel/define-function'

/** Moves files: more memory, longer timeout. */
export const main = defineFunction('transfer', [deliverAttachment])
