import { type PhoneCase } from '../phone-case'
import { fileCases } from './files'
import { mediaCases } from './media'
import { networkCases } from './network'
import { routeCases } from './routes'
import { screenCases } from './screen'
import { storageCases } from './storage'
import { systemCases } from './system'
import { transferCases } from './transfer'

/** What WeChat answers, interface by interface: the one table for both stand-ins of its phone. */
export const PHONE_CASES: readonly PhoneCase[] = [
  ...storageCases,
  ...routeCases,
  ...screenCases,
  ...transferCases,
  ...networkCases,
  ...fileCases,
  ...mediaCases,
  ...systemCases,
]
