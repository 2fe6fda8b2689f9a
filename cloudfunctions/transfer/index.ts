import { deliverAttachment } from '../actions/attachment/deliver'
import { previewEarlier } from '../actions/attachment/preview-earlier'
import { printDeclaration } from '../actions/declaration/print'
import { tableTransfers } from '../actions/table/transfers'
import { defineFunction } from '../kernel/define-function'

/** Moves files: more memory, longer timeout. */
export const main = defineFunction('transfer', [deliverAttachment, previewEarlier, ...tableTransfers, printDeclaration])
