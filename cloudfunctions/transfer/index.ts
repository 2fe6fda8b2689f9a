import { archiveTransfers } from '../actions/archive/transfers'
import { deliverAttachment } from '../actions/attachment/deliver'
import { previewEarlier } from '../actions/attachment/preview-earlier'
import { printDeclaration } from '../actions/declaration/print'
import { matterTransfers } from '../actions/matter/transfers'
import { previewSupplementFile } from '../actions/supplement/preview-file'
import { tableTransfers } from '../actions/table/transfers'
import { defineFunction } from '../kernel/define-function'

/** Which action belongs here: ACTION_FACTS of the contract. */
export const actions = [
  deliverAttachment,
  previewEarlier,
  previewSupplementFile,
  ...tableTransfers,
  printDeclaration,
  ...matterTransfers,
  ...archiveTransfers,
]

/** Moves files: more memory, longer timeout. */
export const main = defineFunction('transfer', actions)
