import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { optionIds, providerId } from '../../kernel/inputs'
import { listMaterials } from '../../one-network/resources/items'
import { withOfficePromises } from '../../domain/matter/office-promises'
import { checkOptions } from '../../domain/matter/options'

const input = v.object({ matterId: providerId, optionIds })

/** The materials for my situation (#13), or of a matter without situations (#11). */
export const showChecklist = defineAction(
  'matter.checklist',
  input,
  async ({ matterId, optionIds: chosen }, context) => {
    const counted = await checkOptions(matterId, chosen, context)
    return { materials: withOfficePromises(matterId, await listMaterials(matterId, counted, context)) }
  },
)
