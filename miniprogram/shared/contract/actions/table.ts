import type { ImportType, ImportedTable } from '../../domain/table-import'
import type { BeijingTime } from '../../domain/time'
import type { FactsOf } from './facts'

/** Table: ours alone; rows of a form's table from a file */
export interface TableActions {
  /** A file with the table's columns, empty or with the rows as they were saved (`filled`), as a short-lived address. */
  'table.template': {
    input: { draftId: string; materialId: string; fieldId: string; fileType: ImportType; filled?: boolean }
    output: { url: string; expiresAt: BeijingTime; fileName: string }
  }
  /** Mints the storage path that this one file may be uploaded to. */
  'table.begin': {
    input: { draftId: string; materialId: string; fieldId: string; fileName: string; size: number }
    output: { importId: string; cloudPath: string }
  }
  /** Reads the stored file, and deletes it. The draft changes only when the page saves the rows. */
  'table.read': { input: { importId: string; fileId: string }; output: ImportedTable }
}

export const TABLE_FACTS = {
  'table.template': { on: 'transfer', repeat: 'read', audit: 'look', objects: ['draftId'] },
  'table.begin': { on: 'api', repeat: 'same', audit: 'change', objects: ['draftId'], made: 'importId' },
  // The file is gone after the first time: a repetition answers NOT_FOUND.
  'table.read': { on: 'transfer', repeat: 'same', audit: 'change', objects: ['importId'] },
} as const satisfies FactsOf<TableActions>
