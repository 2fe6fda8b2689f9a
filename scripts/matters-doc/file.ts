import { join } from 'node:path'
import { mattersDocument } from './document'
import { readMatters } from './sources'

const ROOT = join(__dirname, '..', '..')
export const MATTERS_DOC = join(ROOT, 'docs', 'matters.md')

/** docs/matters.md as the matters, forms and parameters want it now. */
export const mattersDoc = (): string => mattersDocument(readMatters(ROOT))
