import * as v from 'valibot'
import { type Context } from '../../kernel/context'
import { toBeijingDate } from '../../../miniprogram/shared/domain/time'
import { defineAction } from '../../kernel/define-action'
import { optionIds, providerId } from '../../kernel/inputs'
import { sourcesOf } from '../../matters/guide-sources'
import { listMaterials } from '../../one-network/resources/items'
import { drawNotice } from '../../print/notice'
import { loadAccount } from '../../domain/account/identity'
import { offerFile } from '../../domain/storage/offer'
import { loadGuide, loadPreparation, loadSituations } from '../../domain/matter/catalogue'
import { noticeOf } from '../../domain/matter/notice-view'
import { withOfficePromises } from '../../domain/matter/office-promises'
import { checkOptions } from '../../domain/matter/options'

const input = v.object({ matterId: providerId, optionIds: v.optional(optionIds) })

/** Reading the fonts, drawing and storing the file take time. */
const BUDGET_MS = 40_000

/**
 * 一次性告知单 (Tianjin's and the State Council's rule to tell everything at once, in writing): what one matter needs in
 * one situation, on one sheet, behind a short-lived address. Anybody may have it. Errors as of `checkOptions`.
 */
export const printNotice = defineAction(
  'matter.notice',
  input,
  async ({ matterId, optionIds: chosen }, context) => {
    const [account, guide, situations, { materials, counted }] = await Promise.all([
      loadAccount(context),
      loadGuide(matterId, context),
      loadSituations(matterId, context),
      materialsFor(matterId, chosen, context),
    ])
    const sources = sourcesOf(guide, materials, situations, toBeijingDate(context.now()))
    const notice = noticeOf({ guide, sources, situations, materials, optionIds: counted, now: context.now() })
    const { pdf, pages } = await drawNotice(notice)
    const owner = { openid: context.openid, userId: account.active?.userId ?? '' }
    const offered = await offerFile(pdf, 'pdf', { purpose: 'notice' }, owner, context)
    return { ...offered, fileName: `${guide.shortName}一次性告知单.pdf`, pages }
  },
  BUDGET_MS,
)

async function materialsFor(matterId: string, chosen: readonly string[] | undefined, context: Context) {
  if (chosen === undefined) return { materials: await loadPreparation(matterId, context) }
  const counted = await checkOptions(matterId, chosen, context)
  return { materials: withOfficePromises(matterId, await listMaterials(matterId, counted, context)), counted }
}
