import { openSupplement } from './open'
import { openSupplementForm } from './open-form'
import { checkSupplementOutcome } from './outcome'
import { removeSupplementFile } from './remove-file'
import { saveSupplementForm } from './save-form'
import { submitSupplementAction } from './submit'

/** Those that move no bytes; supplement.previewFile is the transfer function's. */
export const supplementActions = [
  openSupplement,
  openSupplementForm,
  saveSupplementForm,
  removeSupplementFile,
  submitSupplementAction,
  checkSupplementOutcome,
]
