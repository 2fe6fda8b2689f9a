import { type DeclarationState, type Receipt } from '../../miniprogram/shared/domain/declaration'
import { type Material } from '../../miniprogram/shared/domain/matter'
import { type BeijingDate, type BeijingTime } from '../../miniprogram/shared/domain/time'
import { table } from '../kernel/cloud'
import { Ledger } from '../ledger/claim'
import { type OpenRow } from '../ledger/settle'
import { type BoundOwner, ofOwner, type Owner } from './owner'

/** One electronic form of a draft. */
export interface FormRow {
  readonly materialId: string
  /** `form_schemas` row that the draft was opened with. */
  readonly schemaId: string
  readonly formVersion: string
  /** Sealed `Answers`. */
  readonly answers: string
}

/** A file that was sent with the formal submit, kept so that a repetition has the very same content. */
export interface SubmittedFile {
  readonly materialId: string
  /** '' for a file of a material. */
  readonly fieldId: string
  readonly attachId: string
  readonly fileName: string
  /**
   * Of a file of an earlier case: its copy in the new case is told by these. Digest '' = unknown; size in bytes. null for
   * an upload.
   */
  readonly earlier: { readonly digest: string; readonly size: number } | null
}

/** A receipt as it was written; by which way something was promised, and until when, is said when it is shown. */
export type WrittenReceipt = Omit<Receipt, 'promised'> & {
  /** `days`: working days as the provider stated them. */
  readonly promised: readonly { readonly name: string; readonly days?: number }[]
}

/** The ledger's fields say where the formal submit stands; it also claims the row for a change of the situation. */
export interface DeclarationRow extends OpenRow, BoundOwner {
  /** The draft id: random. */
  readonly _id: string
  readonly matterId: string
  readonly matterName: string
  readonly optionIds: readonly string[]
  readonly situationText: string
  /** Unique: one open draft per owner, matter and options. `closed:<id>` once the draft is no longer open. */
  readonly openKey: string
  /** Unique: one draft per owner and start key of the page. */
  readonly startKey: string
  /** Number of the provider's function 16, minted with the draft. */
  readonly startRequestNo: string
  /** Number of the provider's function 4 for the formal submit, minted with the draft: never another one. */
  readonly submitRequestNo: string
  /** '' until the provider opened the declaration. */
  readonly declareNo: string
  readonly state: DeclarationState
  readonly version: number
  readonly savedAt: BeijingTime
  readonly forms: readonly FormRow[]
  /** Sealed `ReadSources`: what other places say about the applicant; '' = not read yet. */
  readonly sources: string
  readonly materials: readonly Material[]
  /** Materials that are promised for later (承诺后补); the form in which that is signed is asked for as long as there is one. */
  readonly promisedMaterialIds: readonly string[]
  /** Forms that an earlier situation of the draft needed: they come back with it. */
  readonly parkedForms: readonly FormRow[]
  /** Sealed `FormMove`s: forms that were replaced since the draft was opened; '' = none. */
  readonly formMoves: string
  /** A change of the situation that was sent and whose result is not written down; '' = none. */
  readonly situationNo: string
  readonly situationOptionIds: readonly string[]
  /** '' = never sent. */
  readonly submittingSince: BeijingTime
  readonly submittedFiles: readonly SubmittedFile[]
  /** Sealed forms that were sent with the formal submit, kept for the same reason; '' = none. */
  readonly submittedForms: string
  /** '' until the provider named it. */
  readonly caseNo: string
  /** When the provider took it; '' until known. */
  readonly receivedAt: BeijingTime
  readonly promisedFinishDate: BeijingDate
  readonly receipt: WrittenReceipt | null
}

/** Until November 2026: what was not there was absent. */
type Version0 = Omit<DeclarationRow, 'formMoves' | 'submittedFiles'> & {
  readonly formMoves?: string
  readonly submittedFiles: readonly (Omit<SubmittedFile, 'earlier'> & Partial<Pick<SubmittedFile, 'earlier'>>)[]
}

const fromVersion0 = (row: Version0): DeclarationRow => ({
  ...row,
  formMoves: row.formMoves ?? '',
  submittedFiles: row.submittedFiles.map((file) => ({ ...file, earlier: file.earlier ?? null })),
})

const rows = table<DeclarationRow>('declarations', [fromVersion0], {
  'forms[].answers': { asIts: 'materialId' },
  'parkedForms[].answers': { asIts: 'materialId' },
  sources: { as: 'sources' },
  formMoves: { as: 'form-moves' },
  submittedForms: { as: 'submitted-forms' },
  'submittedFiles[].fileName': 'here',
  'receipt.missing[]': 'here',
})

export const resealDeclarations = rows.reseal

/** Who works on a declaration: its formal submit, or a change of its situation. */
export const declarationLedger = new Ledger(rows)

/** false when the owner already has an open draft of this kind, or used this start key. */
export const insertDeclaration = (row: DeclarationRow): Promise<boolean> => rows.insert(row)

export const findDeclaration = (_id: string, owner: Owner): Promise<DeclarationRow | undefined> =>
  rows.first({ _id, ...ofOwner(owner) })

export const findByStartKey = (startKey: string): Promise<DeclarationRow | undefined> => rows.first({ startKey })

export const findByOpenKey = (openKey: string): Promise<DeclarationRow | undefined> => rows.first({ openKey })

/** The owner's case, when it was filed here. */
export const findByCaseNo = (caseNo: string, owner: Owner): Promise<DeclarationRow | undefined> =>
  rows.first({ caseNo, ...ofOwner(owner) })

/** What the applicant's situation was in those of the owner's cases that were filed here, by case number. */
export async function situationsOf(caseNos: readonly string[], owner: Owner): Promise<ReadonlyMap<string, string>> {
  if (caseNos.length === 0) return new Map()
  const found = await rows.find({ ...ofOwner(owner), caseNo: { anyOf: caseNos } })
  return new Map(found.map(({ caseNo, situationText }) => [caseNo, situationText]))
}

/** The owner's declarations that are not submitted yet, last saved first. */
export async function listUnfinished(owner: Owner, matterId?: string): Promise<readonly DeclarationRow[]> {
  const state = { anyOf: ['draft', 'confirming'] }
  const where = { ...ofOwner(owner), state, ...(matterId ? { matterId } : {}) }
  const found = await rows.find(where, { newestFirstBy: 'savedAt', limit: 50 })
  return found.filter((row) => row.declareNo !== '')
}

/** Declarations in a state that have not changed since `savedBefore`, those that rested longest first. */
export const listUnchanged = (
  state: DeclarationState,
  savedBefore: BeijingTime,
  limit: number,
): Promise<readonly DeclarationRow[]> =>
  rows.find({ state, savedAt: { lessThan: savedBefore } }, { oldestFirstBy: 'savedAt', limit })

/** All of an owner, in whatever state. */
export const listDeclarationsOf = (owner: Owner, limit: number): Promise<readonly DeclarationRow[]> =>
  rows.find(ofOwner(owner), { newestFirstBy: 'savedAt', limit })

const countIn =
  (state: DeclarationState) =>
  (owner: Owner): Promise<number> =>
    rows.count({ ...ofOwner(owner), state })

export const countDrafts = countIn('draft')

/** Those of which nobody knows yet whether they arrived. */
export const countConfirming = countIn('confirming')

export interface Expected {
  readonly version?: number
  readonly state?: DeclarationState
  readonly declareNo?: string
}

/** Changes a declaration only while it is as expected; false when it is not any more. */
export async function updateDeclaration(
  _id: string,
  expected: Expected,
  fields: Partial<Omit<DeclarationRow, '_id'>>,
): Promise<boolean> {
  return (await rows.update({ _id, ...expected }, fields)) === 1
}

export async function removeDeclaration(_id: string, expected: Expected): Promise<boolean> {
  return (await rows.remove({ _id, ...expected })) === 1
}
