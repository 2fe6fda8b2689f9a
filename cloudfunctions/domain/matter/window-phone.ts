import { allMatterIds } from '../../matters/ids'
import { type CallBudget } from '../../kernel/context'
import { AppError } from '../../kernel/errors'
import { loadGuide } from './catalogue'

/**
 * The window's telephone: all matters are served at one window, so the guide of any names it (#3), and our own table
 * knows one without asking for the catalogue first. '' when it cannot be read now.
 */
export async function windowPhone(budget: CallBudget): Promise<string> {
  const [any] = allMatterIds()
  try {
    return any === undefined ? '' : (await loadGuide(any, budget)).phone
  } catch (error) {
    if (error instanceof AppError) return ''
    throw error
  }
}
