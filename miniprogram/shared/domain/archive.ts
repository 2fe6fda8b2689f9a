import { fileTypeOf } from './file-kind'
import type { BeijingTime } from './time'

/** One material of a case as the provider lists it (contract #21). */
export interface FiledMaterial {
  readonly materialId: string
  readonly name: string
  readonly isForm: boolean
  /** Promised for later, and not brought yet. */
  readonly isPromised: boolean
  /** Sizes in bytes. */
  readonly files: readonly { readonly fileName: string; readonly size: number }[]
}

export interface CaseContents {
  readonly caseNo: string
  readonly matterName: string
  readonly statusName: string
  readonly materials: readonly FiledMaterial[]
}

/** A file inside a zip. */
export interface ArchiveEntry {
  /** Its place in the zip's directory. */
  readonly index: number
  /** Folders, joined by slashes; '' = none. */
  readonly folder: string
  readonly name: string
  /** Bytes, unpacked. */
  readonly size: number
}

/** What the list of materials has, and the zip has not. */
export interface ArchiveLack {
  /**
   * file, form: filed, but not found in the zip. promised: promised for later, and not brought yet. missing: the matter
   * asks for it, and the case has none.
   */
  readonly kind: 'file' | 'form' | 'promised' | 'missing'
  readonly material: string
  /** Of kind file. */
  readonly fileName?: string
}

/** The zip of a case, fetched from the provider and kept for a short time. */
export interface CaseArchive {
  readonly archiveId: string
  readonly fileName: string
  /** Bytes of the zip itself. */
  readonly size: number
  /** Until about when it can be opened without being fetched again. */
  readonly keptUntil: BeijingTime
  readonly entries: readonly ArchiveEntry[]
  /** Files in it altogether; more than `entries` when there are very many. */
  readonly total: number
}

/** What WeChat can show of a file on a phone. */
export type Shown = 'picture' | 'film' | 'document' | 'nothing'

const SHOWN: ReadonlyMap<string, Shown> = new Map([
  ['jpg', 'picture'],
  ['png', 'picture'],
  ['mp4', 'film'],
  ['pdf', 'document'],
  ['doc', 'document'],
  ['docx', 'document'],
  ['xls', 'document'],
  ['xlsx', 'document'],
])

/** By the file's name, as WeChat tells it. */
export const shownOnPhone = (fileName: string): Shown => SHOWN.get(fileTypeOf(fileName)) ?? 'nothing'
