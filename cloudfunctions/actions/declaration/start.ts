import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { AppError } from '../../kernel/errors'
import { keyOf } from '../../kernel/ids'
import { optionIds, providerId } from '../../kernel/inputs'
import { findByOpenKey, findByStartKey, insertDeclaration } from '../../stores/declarations'
import { requireIdentity } from '../../domain/account/identity'
import { loadGuide } from '../../domain/matter/catalogue'
import { checkOptions } from '../../domain/matter/options'
import { openKeyOf } from '../../domain/declaration/situation/other-draft'
import { finishOpening, newRow, requireFileable } from '../../domain/declaration/opening'

const input = v.object({
  matterId: providerId,
  optionIds,
  startKey: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/)),
})

/** Opening waits for several answers of the provider; the citizen sees that something is being prepared. */
const BUDGET_MS = 28_000
/**
 * Opens a draft here and at the provider (#16). The same start key, or an open draft of the same matter, options and
 * identity, gives that draft; concurrent starts give one, because both keys are unique in the store and the provider
 * knows the request by its number.
 */
export const startDeclaration = defineAction(
  'declaration.start',
  input,
  async ({ matterId, optionIds: chosen, startKey }, context) => {
    const active = await requireIdentity(context)
    const startKeyOfOwner = keyOf('start', active.openid, active.userId, startKey)
    const repeated = await findByStartKey(startKeyOfOwner)
    if (repeated) return finishOpening(repeated, active, context)

    const [guide, counted] = await Promise.all([loadGuide(matterId, context), checkOptions(matterId, chosen, context)])
    requireFileable(guide, active)
    const openKey = openKeyOf(active, matterId, counted)
    const open = await findByOpenKey(openKey)
    if (open) return finishOpening(open, active, context)

    const row = newRow({ active, guide, optionIds: counted, openKey, startKey: startKeyOfOwner, now: context.now() })
    if (await insertDeclaration(row)) return finishOpening(row, active, context)
    const other = (await findByStartKey(startKeyOfOwner)) ?? (await findByOpenKey(openKey))
    if (!other) throw new AppError('CONFLICT', 'draft vanished while it was opened', { retryable: true })
    return finishOpening(other, active, context)
  },
  BUDGET_MS,
)
