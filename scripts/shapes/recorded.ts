import { join } from 'node:path'
import { ROOT } from '../build/paths'
import { type Named } from './shape'

/** Collection → version → the rows of that version. */
export type RecordedRows = Readonly<Record<string, Readonly<Record<string, Named>>>>

export const ROWS = join(ROOT, 'test', 'contract', 'rows.json')
/** Of what is on phones and in the cloud: a `ContractShapes`. */
export const LAST_RELEASE = join(ROOT, 'test', 'contract', 'last-release.json')
