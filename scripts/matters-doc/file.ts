import { join } from 'node:path'
import { ROOT } from '../build/paths'
import { mattersDocument } from './document'
import { matterSources } from './sources'

export const MATTERS_DOC = join(ROOT, 'docs', 'matters.md')

/** docs/matters.md as the matters, forms and parameters want it now. */
export const mattersDoc = (): string => mattersDocument(matterSources())
