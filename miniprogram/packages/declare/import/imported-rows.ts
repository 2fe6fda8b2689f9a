import type { TableRow } from '../../../shared/form/index'

/** Rows that the import page leaves for the form page, which saves them like everything else that is filled in. */
export interface ImportedRows {
  readonly materialId: string
  readonly fieldId: string
  readonly rows: readonly TableRow[]
  /** add: behind the rows that are there. replace: instead of them. */
  readonly mode: 'add' | 'replace'
}

/** By draft. Both pages are in one subpackage, so they share this module. */
const waiting = new Map<string, ImportedRows>()

export function leaveImportedRows(draftId: string, imported: ImportedRows): void {
  waiting.set(draftId, imported)
}

/** What was left for a draft; handed out once. */
export function takeImportedRows(draftId: string): ImportedRows | undefined {
  const imported = waiting.get(draftId)
  waiting.delete(draftId)
  return imported
}
