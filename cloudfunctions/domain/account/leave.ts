import { type BindingRow, removeIdleBinding } from '../../stores/bindings'
import { insertFormerOwner } from '../../stores/former-owners'
import { type BoundOwner } from '../../stores/owner'
import { ENDINGS } from '../../stores/retention'

/** Somebody does not act as this owner any more: what is kept of her ends in its time. */
export const noteDeparture = (owner: BoundOwner): Promise<boolean> =>
  insertFormerOwner(owner, Date.now() + ENDINGS.formerOwners.afterMs)

/** Removes a binding that nobody has used for long; false when it was used meanwhile. */
export async function removeIdle(binding: BindingRow): Promise<boolean> {
  await noteDeparture(binding)
  return removeIdleBinding(binding)
}
