import { type Context, type CallBudget } from '../../kernel/context'
import { notFound } from '../../kernel/errors'
import { type LocalFile } from '../../one-network/file-transport'
import { type HeldFile } from '../../one-network/mappers/declarations'
import { uploadFile } from '../../one-network/resources/attachments'
import { uploadSupplementFile } from '../../one-network/resources/supplements'
import { type UserSession } from '../../one-network/user-session'
import { type AttachmentRow } from '../../stores/attachments'
import { type DeclarationRow, findDeclaration } from '../../stores/declarations'
import { findSupplement, type SupplementRow } from '../../stores/supplements'
import { type ActiveIdentity, requireIdentity } from '../account/identity'
import { requireEditable } from '../declaration/access'
import { requireAnswerable } from '../supplement/access'
import { deleteUpstream } from '../supplement/delete-file'
import { type PlaceRules, rulesOf } from '../attachment/place'

/** What a file is part of: a declaration, or the answer to a supplement. */
export type FileOwner =
  | { readonly kind: 'declaration'; readonly row: DeclarationRow }
  | { readonly kind: 'supplement'; readonly row: SupplementRow }

/** The owner's draft or answer with this id; undefined when there is none. */
export async function findFileOwner(id: string, active: ActiveIdentity): Promise<FileOwner | undefined> {
  const declaration = await findDeclaration(id, active)
  if (declaration) return declaration.declareNo === '' ? undefined : { kind: 'declaration', row: declaration }
  const supplement = await findSupplement(id, active)
  return supplement && { kind: 'supplement', row: supplement }
}

/** As findFileOwner, of the caller under the active identity; the same NOT_FOUND for a missing one and for another's. */
export async function requireFileOwner(
  id: string,
  context: Context,
): Promise<{ active: ActiveIdentity; owner: FileOwner }> {
  const active = await requireIdentity(context)
  const owner = await findFileOwner(id, active)
  if (!owner) throw notFound('draft or supplement')
  return { active, owner }
}

/** Refuses a change of what was sent already. @param now ms since the epoch */
export function requireOpenOwner(owner: FileOwner, now: number): void {
  if (owner.kind === 'declaration') requireEditable(owner.row)
  else requireAnswerable(owner.row, now)
}

/** What may be put at a place; NOT_FOUND when there is no such place. A supplement takes files of materials only. */
export async function rulesAt(owner: FileOwner, materialId: string, fieldId: string): Promise<PlaceRules> {
  if (owner.kind === 'declaration') return rulesOf(owner.row, materialId, fieldId)
  const item = owner.row.asked.items.find((one) => one.materialId === materialId)
  if (!item || item.kind === 'form' || fieldId !== '') throw notFound('material of the round')
  const { fileTypes, maxSizeBytes, maxCount } = item
  return { fileTypes, maxSizeBytes, maxCount }
}

/** Streams a checked file to the provider: #14 or #7, or #23 for a supplement. */
export function sendUpstream(
  session: UserSession,
  owner: FileOwner,
  { materialId, fieldId }: Pick<AttachmentRow, 'materialId' | 'fieldId'>,
  file: LocalFile,
): Promise<HeldFile> {
  if (owner.kind === 'supplement') {
    const { caseNo, asked } = owner.row
    return uploadSupplementFile(session, { caseNo, round: asked.round, materialId }, file)
  }
  const place = { declareNo: owner.row.declareNo, materialId }
  return uploadFile(session, fieldId ? { ...place, fieldId } : place, file)
}

/**
 * Before a file is forgotten here. While filing the provider has no function for it (contract chapter 13, row 9): what #4
 * does not list never becomes part of the case. What was uploaded for a supplement would be submitted with it (#24).
 */
export async function forgetUpstream(
  owner: FileOwner,
  { attachId }: Pick<AttachmentRow, 'attachId'>,
  active: ActiveIdentity,
  budget: CallBudget,
): Promise<void> {
  if (owner.kind === 'supplement' && attachId !== '') await deleteUpstream(owner.row, attachId, active, budget)
}
