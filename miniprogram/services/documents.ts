import type { Output } from '../shared/contract/actions'
import { call } from './call'

export type DocumentsPage = Output<'document.list'>

/** What the office issued in a few of my cases, newest case first. `pageNo` starts at 1. */
export const listDocuments = (pageNo: number): Promise<DocumentsPage> => call('document.list', { pageNo })

/** A short-lived address of a document of a case, and the name of its file. */
export const previewDocument = (caseNo: string, documentId: string): Promise<Output<'document.preview'>> =>
  call('document.preview', { caseNo, documentId })
