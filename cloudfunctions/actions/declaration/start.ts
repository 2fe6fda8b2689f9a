import * as v from 'valibot'
import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { type MatterGuide } from '../../../miniprogram/shared/domain/matter'
import { type Context } from '../../kernel/context'
import { defineAction } from '../../kernel/define-action'
import { AppError } from '../../kernel/errors'
import { keyOf, randomId } from '../../kernel/ids'
import { optionIds, providerId } from '../../kernel/inputs'
import { NEVER_SENT, verdictOf } from '../../ledger/settle'
import { openDeclaration } from '../../one-network/resources/declarations'
import {
  type DeclarationRow,
  findByOpenKey,
  findByStartKey,
  findDeclaration,
  insertDeclaration,
  removeDeclaration,
  updateDeclaration,
} from '../../stores/declarations'
import { type ActiveIdentity, requireIdentity } from '../account/identity'
import { sessionOf } from '../account/session'
import { loadGuide } from '../matter/catalogue'
import { checkOptions } from '../matter/options'
import { factsOf } from './facts'
import { currentForms, newForms } from './form-rows'
import { readSources } from './prefill'
import { openKeyOf } from './situation/other-draft'
import { sealSources } from './sources'

const input = v.object({
  matterId: providerId,
  optionIds,
  startKey: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/)),
})

/** Opening waits for several answers of the provider; the citizen sees that something is being prepared. */
const BUDGET_MS = 28_000
/** Part of it that what may be offered is waited for. The page can ask for the rest later (`declaration.offers`). */
const SOURCES_MS = 8_000

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
  { budgetMs: BUDGET_MS },
)

function requireFileable(guide: MatterGuide, active: ActiveIdentity): void {
  if (!guide.subjects.includes(active.profile.subjectType)) {
    const userMessage = `这个事项不能用${active.profile.subjectType === 'person' ? '个人' : '企业'}身份申报，请在“我的”里切换身份`
    throw new AppError('FORBIDDEN', 'subject type does not fit the matter', { userMessage })
  }
  if (!guide.fileable) {
    const userMessage = '这个事项还不能在小程序里申报，请到窗口或网上办事大厅办理'
    throw new AppError('FORBIDDEN', 'no form for this matter', { userMessage })
  }
}

interface NewRow {
  readonly active: ActiveIdentity
  readonly guide: MatterGuide
  readonly optionIds: readonly string[]
  readonly openKey: string
  readonly startKey: string
  readonly now: number
}

function newRow({ active, guide, optionIds: counted, openKey, startKey, now }: NewRow): DeclarationRow {
  return {
    _id: randomId(),
    openid: active.openid,
    userId: active.userId,
    subjectType: active.profile.subjectType,
    matterId: guide.matterId,
    matterName: guide.name,
    optionIds: counted,
    situationText: '',
    openKey,
    startKey,
    startRequestNo: randomId(),
    submitRequestNo: randomId(),
    declareNo: '',
    state: 'draft',
    version: 1,
    savedAt: toBeijingTime(now),
    forms: [],
    sources: '',
    materials: [],
    promisedMaterialIds: [],
    parkedForms: [],
    formMoves: '',
    situationNo: '',
    situationOptionIds: [],
    ...NEVER_SENT,
    submittingSince: '',
    submittedFiles: [],
    submittedForms: '',
    caseNo: '',
    receivedAt: '',
    promisedFinishDate: '',
    receipt: null,
  }
}

/** Asks the provider for the declaration, unless an earlier try has it. Repeating is harmless: the number stays. */
async function finishOpening(
  row: DeclarationRow,
  active: ActiveIdentity,
  context: Context,
): Promise<{ readonly draftId: string }> {
  const draftId = row._id
  if (row.declareNo !== '') return { draftId }
  const { matterId, optionIds: chosen, startRequestNo: requestNo } = row
  try {
    const opened = await openDeclaration(sessionOf(active.bindingId, context), {
      requestNo,
      matterId,
      optionIds: chosen,
    })
    const { declareNo, situationText, materials } = opened
    const current = currentForms(materials, [])
    const sources = await readSources({ declareNo, forms: current, active, patienceMs: SOURCES_MS }, context)
    const forms = await newForms(row, current, factsOf(row, active.profile), sources)
    const fields = { declareNo, situationText, materials, forms, sources: sealSources(draftId, sources) }
    if (await updateDeclaration(draftId, { declareNo: '' }, fields)) return { draftId }
  } catch (error) {
    // Certainly nothing was opened there: keep nothing here that would look like a draft.
    if (verdictOf(error, true) !== 'open') await removeDeclaration(draftId, { declareNo: '' })
    throw error
  }
  if (await findDeclaration(draftId, active)) return { draftId }
  throw new AppError('CONFLICT', 'draft vanished while it was opened', { retryable: true })
}
