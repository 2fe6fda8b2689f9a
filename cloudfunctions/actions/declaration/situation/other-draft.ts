import { type DeclarationRow, findByOpenKey } from '../../../stores/declarations'
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

export const sameOptions = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join() === [...b].sort().join()
