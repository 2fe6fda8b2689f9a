import { giveConsent } from './give'
import { listGiven } from './list'
import { withdraw } from './withdraw'

export const consentActions = [listGiven, giveConsent, withdraw]
