import { AppError } from '../../../kernel/errors'
import { type DeclarationRow, type FormRow, declarationLedger } from '../../../stores/declarations'
import { ClaimLost, type Claim } from '../../../ledger/claim'
import { randomId } from '../../../kernel/ids'
import { type Context } from '../../../kernel/context'
import { verdictOf } from '../../../ledger/settle'
import { type OpenedDeclaration } from '../../../one-network/mappers/declarations'
import * as declarations from '../../../one-network/resources/declarations'
import { sessionOf } from '../../account/session'
import { staleVersion, requireEditable, requireDeclaration, type OwnDeclaration } from '../access'
import { NO_CHANGE } from './settle'
import { newForms, currentForms, withAnswers } from '../form-rows'
import { type Target, type Plan, planChange } from './plan'
import { letterFor, promisedOf } from '../../../../miniprogram/shared/domain/promise'
import { toBeijingDate, toBeijingTime } from '../../../../miniprogram/shared/domain/time'
import { letterNamesAgent } from '../agent'
import { factsOf } from '../facts'
import { promisesOf, stillPromised } from '../promises'
import { openSources } from '../sources'
import { openKeyOf, freeOpenKey, sameOptions } from './other-draft'
import { listAttachments } from '../../../stores/attachments'

/** A change whose answer was lost is certainly over by then: no two are under way at the provider at the same moment. */
const OVER_MS = 40_000

const underWay = () =>
  new AppError('CONFLICT', 'another change of the situation is under way', {
    userMessage: '这份草稿正在别处更改办理情形，请稍等一分钟再看',
    retryable: true,
  })

/** Writes down which change is about to be sent, and under which number. The same change may join one that is under way. */
export async function claimChange(
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
export async function sendChange(
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
    return withAnswers(row._id, form, isOfPromise ? letterFor(answers, promisedOf(promises)) : answers)
  })
  const rows = [...kept, ...added]
  const inOrder = materials.flatMap(({ materialId }) => rows.filter((form) => form.materialId === materialId))
  return letterNamesAgent(row._id, inOrder)
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

/** Writes the new situation, its materials and its forms down; what a faster one wrote stays. */
export async function writeDownChange(
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
