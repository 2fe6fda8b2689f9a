import * as v from 'valibot'
import { letterFor, promisedOf } from '../../../miniprogram/shared/domain/promise'
import { toBeijingDate, toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { type Context } from '../../kernel/context'
import { defineAction } from '../../kernel/define-action'
import { AppError } from '../../kernel/errors'
import { randomId } from '../../kernel/ids'
import { optionIds, ourId, version } from '../../kernel/inputs'
import { type OpenedDeclaration } from '../../one-network/mappers/declarations'
import * as declarations from '../../one-network/resources/declarations'
import { listAttachments } from '../../stores/attachments'
import { type Claim, ClaimLost } from '../../ledger/claim'
import { verdictOf } from '../../ledger/settle'
import { declarationLedger, type DeclarationRow, type FormRow } from '../../stores/declarations'
import { sessionOf } from '../../domain/account/session'
import { checkOptions } from '../../domain/matter/options'
import { type OwnDeclaration, requireDeclaration, requireEditable, staleVersion } from '../../domain/declaration/access'
import { letterNamesAgent } from '../../domain/declaration/agent'
import { factsOf } from '../../domain/declaration/facts'
import { currentForms, newForms, sealAnswers } from '../../domain/declaration/form-rows'
import { openSources } from '../../domain/declaration/sources'
import { NO_CHANGE } from '../../domain/declaration/situation/settle'
import { freeOpenKey, openKeyOf, otherDraft, sameOptions } from '../../domain/declaration/situation/other-draft'
import { promisesOf, stillPromised } from '../../domain/declaration/promises'
import { type KeptForm, planChange, type Plan, type Target } from '../../domain/declaration/situation/plan'

const input = v.object({ draftId: ourId, version, optionIds })

const BUDGET_MS = 28_000
/** A change whose answer was lost is certainly over by then: no two are under way at the provider at the same moment. */
const OVER_MS = 40_000

/**
 * Changes the situation of a draft, at the provider (#16 with declareNo) and here. What still fits stays; forms that are
 * not needed any more are put aside and come back with their situation; files stay in the ledger and do not count.
 * Repeating it is harmless: while the result of a change is not written down, the same change has the same requestNo.
 */
export const changeSituation = defineAction(
  'declaration.changeSituation',
  input,
  async ({ draftId, version: shown, optionIds: wanted }, context) => {
    const own = await requireDeclaration(draftId, context)
    const { active, row } = own
    requireEditable(row)
    const chosen = await checkOptions(row.matterId, wanted, context)
    if (sameOptions(chosen, row.optionIds) && row.situationNo === '')
      return { version: row.version, savedAt: row.savedAt }
    if (row.version !== shown) throw staleVersion(row.version)
    if (await otherDraft(active, row, chosen)) throw alreadyOpen()

    const isRepeated = row.situationNo !== '' && sameOptions(row.situationOptionIds, chosen)
    const claim = await claimChange(row, chosen, isRepeated, context.deadline)
    try {
      const opened = await tellProvider(claim, isRepeated, active, context)
      return await writeDown(own, claim, opened, context)
    } finally {
      await claim.leave()
    }
  },
  { budgetMs: BUDGET_MS },
)

const alreadyOpen = () =>
  new AppError('CONFLICT', 'another draft has this situation', {
    userMessage: '您已有一份同样情形的草稿，不能改成一样的；请先去填写或删除那一份',
  })

const underWay = () =>
  new AppError('CONFLICT', 'another change of the situation is under way', {
    userMessage: '这份草稿正在别处更改办理情形，请稍等一分钟再看',
    retryable: true,
  })

/** Writes down which change is about to be sent, and under which number. The same change may join one that is under way. */
async function claimChange(
  row: DeclarationRow,
  chosen: readonly string[],
  isRepeated: boolean,
  until: number,
): Promise<Claim<DeclarationRow>> {
  const change = { situationNo: isRepeated ? row.situationNo : randomId(), situationOptionIds: chosen }
  const expected = { version: row.version, state: 'draft', situationNo: row.situationNo } as const
  const claim = await declarationLedger.claim(row, expected, change, { until, takeOver: isRepeated })
  if (!claim) throw underWay()
  return claim
}

/** Sends the change (#16). When it is refused nothing is on its way; otherwise nobody knows, and it is repeated or taken back. */
async function tellProvider(
  claim: Claim<DeclarationRow>,
  isRepeated: boolean,
  { bindingId }: OwnDeclaration['active'],
  context: Context,
): Promise<OpenedDeclaration> {
  const { situationNo: requestNo, situationOptionIds, matterId, declareNo } = claim.row
  const change = { requestNo, matterId, optionIds: situationOptionIds, declareNo }
  try {
    return await declarations.changeSituation(sessionOf(bindingId, context), change)
  } catch (error) {
    if (!isRepeated && verdictOf(error, true) === 'refused') await claim.release(NO_CHANGE)
    else await claim.leave(OVER_MS)
    throw error
  }
}

async function writeDown(
  { active }: OwnDeclaration,
  claim: Claim<DeclarationRow>,
  opened: OpenedDeclaration,
  context: Context,
): Promise<{ readonly version: number; readonly savedAt: string }> {
  const { row } = claim
  const chosen = row.situationOptionIds
  const { materials, situationText } = opened
  const now = context.now()
  const attachments = await listAttachments(row._id)
  const target = { optionIds: chosen, materials, promisedMaterialIds: stillPromised(row, materials) }
  const plan = await planChange({ row, profile: active.profile, attachments, now }, target)
  const forms = await formsOf(active, row, target, plan, now)
  const openKey = openKeyOf(active, row.matterId, chosen)
  await freeOpenKey(openKey, row._id)
  const next = { version: row.version + 1, savedAt: toBeijingTime(now) }
  const fields = {
    ...next,
    ...target,
    situationText,
    forms,
    parkedForms: plan.parked.map((form) => form.row),
    openKey,
    ...NO_CHANGE,
  }
  try {
    await claim.release(fields, { version: row.version, state: 'draft' })
    return next
  } catch (error) {
    if (error instanceof ClaimLost) return afterRace(row, chosen, context)
    throw error
  }
}

/** Somebody was faster: with the same change it is done; anything else has to be looked at again. */
async function afterRace(row: DeclarationRow, chosen: readonly string[], context: Context) {
  const { row: current } = await requireDeclaration(row._id, context)
  requireEditable(current)
  if (current.situationNo === '' && sameOptions(current.optionIds, chosen)) {
    return { version: current.version, savedAt: current.savedAt }
  }
  throw staleVersion(current.version)
}

/** The forms of the new situation, in the order of its materials. */
async function formsOf(
  active: OwnDeclaration['active'],
  row: DeclarationRow,
  target: Target,
  plan: Plan,
  now: number,
): Promise<readonly FormRow[]> {
  const { optionIds: chosen, materials, promisedMaterialIds } = target
  const isKept = (materialId: string): boolean => plan.kept.some(({ form }) => form.row.materialId === materialId)
  const unknown = materials.filter(({ materialId }) => !isKept(materialId))
  const facts = factsOf({ ...row, optionIds: chosen }, active.profile)
  const sources = openSources(row) ?? { openedOn: toBeijingDate(now), previous: {} }
  const added = await newForms(row, currentForms(unknown, promisedMaterialIds), facts, sources)
  const promises = promisesOf({ ...row, ...target }, active.profile, facts, now)
  const kept = plan.kept.map(({ form, answers }) => {
    const isOfPromise = form.row.materialId === promises.letter
    return sealed(row._id, { form, answers: isOfPromise ? letterFor(answers, promisedOf(promises)) : answers })
  })
  const rows = [...kept, ...added]
  const inOrder = materials.flatMap(({ materialId }) => rows.filter((form) => form.materialId === materialId))
  return letterNamesAgent(row._id, inOrder)
}

const sealed = (draftId: string, { form, answers }: KeptForm): FormRow => ({
  ...form.row,
  answers: sealAnswers(draftId, form.row.materialId, answers),
})
