import { type Texts } from '../write-or-check'
import { mattersDocument } from './document'
import { matterSources } from './sources'

/** The two pages for the office, as the matters, forms and parameters want them now. */
export function mattersDocs(): Texts {
  const { matters, questions } = mattersDocument(matterSources())
  return { 'docs/matters.md': matters, 'docs/matters-questions.md': questions }
}
