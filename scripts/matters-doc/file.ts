import { join } from 'node:path'
import { ROOT } from '../build/paths'
import { mattersDocument } from './document'
import { matterSources } from './sources'

/** File → its text, as the matters, forms and parameters want it now. */
export function mattersDocs(): ReadonlyMap<string, string> {
  const { matters, questions } = mattersDocument(matterSources())
  return new Map([
    [join(ROOT, 'docs', 'matters.md'), matters],
    [join(ROOT, 'docs', 'matters-questions.md'), questions],
  ])
}
