import { type DeclarationRow, findByOpenKey, removeDeclaration } from '../../../stores/declarations'
import { keyOf } from '../../../kernel/ids'
import { type ActiveIdentity } from '../../account/identity'

/** One open draft per owner, matter and options: unique in the store. */
export const openKeyOf = (active: ActiveIdentity, matterId: string, optionIds: readonly string[]): string =>
  keyOf('open', active.openid, active.userId, matterId, ...[...optionIds].sort())

/** Another open draft of the same owner and matter that has these options already. */
export async function otherDraft(
  active: ActiveIdentity,
  row: DeclarationRow,
  optionIds: readonly string[],
): Promise<DeclarationRow | undefined> {
  const open = await findByOpenKey(openKeyOf(active, row.matterId, optionIds))
  return open && open._id !== row._id && open.declareNo !== '' ? open : undefined
}

/**
 * Takes the key from a draft that was begun and never opened, because its beginning failed: nobody sees it, and the key
 * is unique. A beginning that is under way then fails and can be repeated.
 */
export async function freeOpenKey(openKey: string, ownId: string): Promise<void> {
  const open = await findByOpenKey(openKey)
  if (open && open._id !== ownId && open.declareNo === '') await removeDeclaration(open._id, { declareNo: '' })
}

export const sameOptions = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join() === [...b].sort().join()
