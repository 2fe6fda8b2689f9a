import { readImport } from './read'
import { tableTemplate } from './template'

/** A file of its own: what reads spreadsheets must not get into the other functions' bundles. */
export const tableTransfers = [tableTemplate, readImport]
