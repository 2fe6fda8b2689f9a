import { discardDeclaration } from './discard'
import { readOffers } from './offers'
import { openDeclaration } from './open'
import { checkOutcome } from './outcome'
import { promiseMaterials } from './promise'
import { reviewDeclaration } from './review'
import { saveDeclaration } from './save'
import { changeSituation } from './change-situation'
import { previewSituation } from './preview-situation'
import { startDeclaration } from './start'
import { submitDeclaration } from './submit'

export const declarationActions = [
  startDeclaration,
  openDeclaration,
  readOffers,
  saveDeclaration,
  previewSituation,
  changeSituation,
  promiseMaterials,
  reviewDeclaration,
  submitDeclaration,
  checkOutcome,
  discardDeclaration,
]
