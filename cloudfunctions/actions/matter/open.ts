import * as v from 'valibot'
import { toBeijingDate } from '../../../miniprogram/shared/domain/time'
import { defineAction } from '../../kernel/define-action'
import { providerId } from '../../kernel/inputs'
import { loadable } from '../../kernel/loadable'
import { commitmentsOf } from '../../matters/commitments'
import { sourcesOf } from '../../matters/guide-sources'
import { listUnfinished } from '../../stores/declarations'
import { loadAccount } from '../../domain/account/identity'
import { toBrief } from '../../domain/declaration/view'
import { loadGuide, loadPreparation, loadSituations } from '../../domain/matter/catalogue'

/** Guide with its sources, materials and situations (#3, #1, #12), and my open drafts, all read at the same time. */
export const openMatter = defineAction('matter.open', v.object({ matterId: providerId }), async (input, context) => {
  const { matterId } = input
  const accountAndDrafts = loadAccount(context).then(async (account) => ({
    account: account.view,
    drafts: account.active ? (await listUnfinished(account.active, matterId)).map(toBrief) : [],
  }))
  const [own, guide, materials, situations] = await Promise.all([
    accountAndDrafts,
    loadGuide(matterId, context),
    loadable(loadPreparation(matterId, context), context),
    loadable(loadSituations(matterId, context), context),
  ])
  const sources = sourcesOf(
    guide,
    materials.ok ? materials.value : [],
    situations.ok ? situations.value : [],
    toBeijingDate(context.now()),
  )
  const commitments = commitmentsOf(matterId, materials.ok ? materials.value : [])
  return { ...own, guide, sources, materials, situations, commitments }
})
