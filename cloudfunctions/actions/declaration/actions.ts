import { discardDeclaration } from './discard'
import { openDeclaration } from './open'
import { checkOutcome } from './outcome'
import { reviewDeclaration } from './review'
import { saveDeclaration } from './save'
import { startDeclaration } from './start'
import { submitDeclaration } from './submit'

export const declarationActions = [
  startDeclaration,
  openDeclaration,
  saveDeclaration,
  reviewDeclaration,
  submitDeclaration,
  checkOutcome,
  discardDeclaration,
]
