import { archiveTransfers } from '../actions/archive/transfers'
import { attachmentTransfers } from '../actions/attachment/transfers'
import { dataTransfers } from '../actions/data/transfers'
import { declarationTransfers } from '../actions/declaration/transfers'
import { documentTransfers } from '../actions/document/transfers'
import { matterTransfers } from '../actions/matter/transfers'
import { supplementTransfers } from '../actions/supplement/transfers'
import { tableTransfers } from '../actions/table/transfers'
import { writeCallDown } from '../domain/audit/calls'
import { admitConsenting } from '../domain/consent/guard'
import { defineFunction } from '../kernel/define-function'

/** Which action belongs here: ACTION_FACTS of the contract. */
export const actions = [
  ...attachmentTransfers,
  ...supplementTransfers,
  ...tableTransfers,
  ...declarationTransfers,
  ...matterTransfers,
  ...archiveTransfers,
  ...documentTransfers,
  ...dataTransfers,
]

/** Moves files: more memory, longer timeout. */
export const main = defineFunction('transfer', actions, admitConsenting, writeCallDown)
