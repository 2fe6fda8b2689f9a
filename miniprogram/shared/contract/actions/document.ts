import type { AccountView } from '../../domain/account'
import type { CaseDocumentsPage } from '../../domain/case'
import type { BeijingTime } from '../../domain/time'
import type { FactsOf } from './facts'

/** Document: contract #18, #19, #27 and #8; what the office issued in cases: licences, notices, decisions */
export interface DocumentActions {
  /** The documents of all cases of the active identity, a few cases at a time, newest case first. */
  'document.list': { input: { pageNo: number }; output: { account: AccountView } & CaseDocumentsPage }
  /** A short-lived address of one, and the name of its file. */
  'document.preview': {
    input: { caseNo: string; documentId: string }
    output: { url: string; expiresAt: BeijingTime; fileName: string }
  }
}

export const DOCUMENT_FACTS = {
  'document.list': { on: 'api', repeat: 'read', audit: 'look' },
  'document.preview': { on: 'transfer', repeat: 'read', audit: 'look', objects: ['caseNo', 'documentId'] },
} as const satisfies FactsOf<DocumentActions>
