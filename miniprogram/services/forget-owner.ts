import { dropOwnPages } from '../platform/kept-pages'
import { forgetWords } from '../platform/kept-words'
import { forgetDrafts } from '../platform/own-drafts'
import { clearHistory } from '../platform/search-history'

/**
 * Nobody is bound on this phone any more: it forgets all that was anybody's, so that whoever has it next finds nothing. What is
 * nobody's stays: the look, the window's telephone, guides.
 */
export async function forgetOwner(): Promise<void> {
  clearHistory()
  await Promise.all([
    forgetWords('person'),
    forgetWords('enterprise'),
    forgetWords('anyone'),
    dropOwnPages(),
    forgetDrafts(),
  ])
}
