import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { optionIds, ourId } from '../../kernel/inputs'
import { listMaterials } from '../../one-network/resources/items'
import { listAttachments } from '../../stores/attachments'
import { checkOptions } from '../../domain/matter/options'
import { requireDeclaration, requireEditable } from '../../domain/declaration/access'
import { stillPromised } from '../../domain/declaration/promises'
import { otherDraft, sameOptions } from '../../domain/declaration/situation/other-draft'
import { planChange } from '../../domain/declaration/situation/plan'

/** What changing the situation would lead to (materials by #13 or #11); changes nothing. */
export const previewSituation = defineAction(
  'declaration.previewSituation',
  v.object({ draftId: ourId, optionIds }),
  async (input, context) => {
    const { active, row } = await requireDeclaration(input.draftId, context)
    requireEditable(row)
    const chosen = await checkOptions(row.matterId, input.optionIds, context)
    const [materials, attachments, other] = await Promise.all([
      listMaterials(row.matterId, chosen, context),
      listAttachments(row._id),
      otherDraft(active, row, chosen),
    ])
    const basis = { row, profile: active.profile, attachments, now: context.now() }
    const target = { optionIds: chosen, materials, promisedMaterialIds: stillPromised(row, materials) }
    const { change } = await planChange(basis, target)
    return {
      version: row.version,
      change: {
        ...change,
        isSame: sameOptions(chosen, row.optionIds),
        ...(other ? { other: { draftId: other._id, savedAt: other.savedAt } } : {}),
      },
    }
  },
)
