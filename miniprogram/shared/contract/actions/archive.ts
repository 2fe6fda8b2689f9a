import type { AccountView } from '../../domain/account'
import type { ArchiveLack, CaseArchive, CaseContents } from '../../domain/archive'
import type { BeijingTime } from '../../domain/time'
import type { Loadable } from '../reply'
import type { FactsOf } from './facts'

/** Archive: contract #21, #32; the zip of a case's materials */
export interface ArchiveActions {
  'archive.open': { input: { caseNo: string }; output: { account: AccountView; contents: CaseContents } }
  /** Fetches the zip into our storage for a short time; `packing` while the provider makes it. Repeating it is harmless. */
  'archive.fetch': {
    input: { caseNo: string }
    output:
      | { state: 'packing'; retryAfterMs: number }
      | { state: 'ready'; archive: CaseArchive; lacks: Loadable<readonly ArchiveLack[]> }
  }
  /** A short-lived address of the zip, given after an ownership check. */
  'archive.link': { input: { archiveId: string }; output: { url: string; expiresAt: BeijingTime } }
  /** The same of one file in it. */
  'archive.preview': {
    input: { archiveId: string; index: number }
    output: { url: string; expiresAt: BeijingTime; fileName: string }
  }
}

export const ARCHIVE_FACTS = {
  'archive.open': { on: 'api', repeat: 'read', audit: 'look', objects: ['caseNo'] },
  // Harmless, but up to 200 MiB, and the provider counts how often it is asked.
  'archive.fetch': { on: 'transfer', repeat: 'same', audit: 'look', objects: ['caseNo'] },
  'archive.link': { on: 'api', repeat: 'read', audit: 'look', objects: ['archiveId'] },
  'archive.preview': { on: 'transfer', repeat: 'read', audit: 'look', objects: ['archiveId'] },
} as const satisfies FactsOf<ArchiveActions>
