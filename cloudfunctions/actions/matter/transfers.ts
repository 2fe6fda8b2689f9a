import { offerBlankForm } from './blank-form'
import { printNotice } from './notice'

/** Those that make or move files. */
export const matterTransfers = [printNotice, offerBlankForm]
