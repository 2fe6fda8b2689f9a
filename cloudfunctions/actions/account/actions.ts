import { bindAccount } from './bind'
import { getAccount } from './get'
import { switchAccount } from './switch'
import { unbindAccount } from './unbind'

export const accountActions = [getAccount, bindAccount, switchAccount, unbindAccount]
