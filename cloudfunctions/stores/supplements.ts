import { type MaterialKind } from '../../miniprogram/shared/domain/matter'
import {
  type SupplementKind,
  type SupplementReceipt,
  type SupplementState,
} from '../../miniprogram/shared/domain/supplement'
import { type BeijingTime } from '../../miniprogram/shared/domain/time'
import { table, type Where } from '../kernel/cloud'
import { keyOf } from '../kernel/ids'
import { type TextMark } from '../kernel/openapi'
import { Ledger } from '../ledger/claim'
import { type OpenRow } from '../ledger/settle'
import { type FormRow } from './declarations'
import { type BoundOwner, ofOwner, type Owner } from './owner'

/** A material or form that a round asks for. */
export interface AskedItemRow {
  readonly materialId: string
  readonly name: string
  readonly kind: MaterialKind
  readonly reason: string
  /** '' for what is no form. */
  readonly formId: string
  /** '' = the provider named none. */
  readonly formVersion: string
  readonly fileTypes: readonly string[]
  readonly maxSizeBytes: number
  readonly maxCount: number
}

/** What the office asks for in a round; '' = the provider said nothing. */
export interface AskedRound {
  readonly round: number
  readonly kind: SupplementKind
  readonly issuedAt: BeijingTime
  readonly deadline: BeijingTime
  readonly department: string
  readonly phone: string
  readonly noticeNo: string
  readonly note: string
  readonly items: readonly AskedItemRow[]
}

/** A file that was sent with a round. */
export interface SentFile {
  readonly materialId: string
  readonly attachId: string
  readonly fileName: string
}

/** The answer to one round of a case; the round itself is as the provider said it last. */
export interface SupplementRow extends OpenRow, BoundOwner {
  /** A key of owner, case and round: there is one answer. */
  readonly _id: string
  readonly caseNo: string
  readonly matterId: string
  readonly asked: AskedRound
  /** Corrected forms, from what was submitted before; one that could not be read yet is missing. */
  readonly forms: readonly FormRow[]
  /** Sealed: those forms as they were submitted, by materialId; '' = none. */
  readonly before: string
  /** Files that the case has, by materialId: forms have rules about them. */
  readonly fileCounts: Readonly<Record<string, number>>
  readonly version: number
  readonly savedAt: BeijingTime
  readonly state: SupplementState
  /** Number of the provider's function 25, minted when the round is opened for answering: never another one. */
  readonly requestNo: string
  /** '' = never sent. */
  readonly submittingSince: BeijingTime
  readonly submittedAt: BeijingTime
  /** Sealed forms and words as they were first sent, so that a repetition has the very same content; '' = none. */
  readonly sent: string
  readonly sentFiles: readonly SentFile[]
  readonly receipt: SupplementReceipt | null
  /** What WeChat found in the words that were sent with it; '' = it was not asked. */
  readonly textMark: TextMark
}

/** Until November 2026: the round as the provider's mapper made it, where what was not said was absent. */
type Version0 = Omit<Version1, 'asked'> & { readonly asked: RoundOfVersion0 }
type RoundOfVersion0 = Pick<AskedRound, 'round' | 'kind' | 'issuedAt'> &
  Partial<Pick<AskedRound, 'deadline' | 'department' | 'phone' | 'noticeNo' | 'note'>> & {
    readonly items: readonly (Omit<AskedItemRow, 'formId' | 'formVersion'> &
      Partial<Pick<AskedItemRow, 'formId' | 'formVersion'>>)[]
  }

const fromVersion0 = ({ asked, ...row }: Version0): Version1 => ({
  ...row,
  asked: {
    ...asked,
    deadline: asked.deadline ?? '',
    department: asked.department ?? '',
    phone: asked.phone ?? '',
    noticeNo: asked.noticeNo ?? '',
    note: asked.note ?? '',
    items: asked.items.map((item) => ({ ...item, formId: item.formId ?? '', formVersion: item.formVersion ?? '' })),
  },
})

/** Until December 2026: no text was looked at. */
type Version1 = Omit<SupplementRow, 'textMark'> & Partial<Pick<SupplementRow, 'textMark'>>

const fromVersion1 = (row: Version1): SupplementRow => ({ ...row, textMark: row.textMark ?? '' })

const rows = table<SupplementRow>('supplements', [fromVersion0, fromVersion1], {
  'forms[].answers': { asIts: 'materialId' },
  before: { as: 'before' },
  sent: { as: 'sent' },
  'sentFiles[].fileName': 'here',
  'receipt.missing[]': 'here',
  // The office's own sentences may name somebody.
  'asked.note': 'here',
  'asked.items[].reason': 'here',
})

export const resealSupplements = rows.reseal

/** Who works on the submission of a round. */
export const supplementLedger = new Ledger(rows)

export const supplementIdOf = ({ openid, userId }: Owner, caseNo: string, round: number): string =>
  keyOf('supplement', openid, userId, caseNo, String(round)).slice(0, 32)

/** false when the round has its row already. */
export const insertSupplement = (row: SupplementRow): Promise<boolean> => rows.insert(row)

export const findSupplement = (_id: string, owner: Owner): Promise<SupplementRow | undefined> =>
  rows.first({ _id, ...ofOwner(owner) })

/** The owner's answers to the rounds of a case. */
export const listSupplements = (caseNo: string, owner: Owner): Promise<readonly SupplementRow[]> =>
  rows.find({ caseNo, ...ofOwner(owner) })

/** Answers in a state that have not changed since `savedBefore`, those that rested longest first. */
export const listUnchangedAnswers = (
  state: SupplementState,
  savedBefore: BeijingTime,
  limit: number,
): Promise<readonly SupplementRow[]> =>
  rows.find({ state, savedAt: { lessThan: savedBefore } }, { oldestFirstBy: 'savedAt', limit })

/** All of an owner, in whatever state. */
export const listSupplementsOf = (owner: Owner, limit: number): Promise<readonly SupplementRow[]> =>
  rows.find(ofOwner(owner), { limit })

/** Those of which nobody knows yet whether they arrived. */
export const countConfirmingAnswers = (owner: Owner): Promise<number> =>
  rows.count({ ...ofOwner(owner), state: 'confirming' })

export const markSupplement = (_id: string, textMark: TextMark): Promise<number> => rows.update({ _id }, { textMark })

/** Changes a row only while it is as expected; false when it is not any more. */
export async function updateSupplement(
  _id: string,
  expected: Omit<Where<SupplementRow>, '_id'>,
  fields: Partial<Omit<SupplementRow, '_id'>>,
): Promise<boolean> {
  return (await rows.update({ ...expected, _id }, fields)) === 1
}
