import { type MatterGuide } from '../../../miniprogram/shared/domain/matter'
import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { AppError } from '../../kernel/errors'
import { updateDeclaration, removeDeclaration, findDeclaration, type DeclarationRow } from '../../stores/declarations'
import { NEVER_SENT, verdictOf } from '../../ledger/settle'
import { randomId } from '../../kernel/ids'
import { type ActiveIdentity } from '../account/identity'
import { type Context } from '../../kernel/context'
import { openDeclaration } from '../../one-network/resources/declarations'
import { sessionOf } from '../account/session'
import { factsOf } from './facts'
import { currentForms, newForms } from './form-rows'
import { readSources } from './prefill'
import { SOURCES } from './sources'
import { ofBound } from '../../stores/owner'

/** FORBIDDEN when the matter is not for this kind of applicant, or has no form here. */
export function requireFileable(guide: MatterGuide, active: ActiveIdentity): void {
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

/** A draft that the provider has not opened yet. @param now (in `NewRow`) ms since the epoch */
export function newRow({ active, guide, optionIds: counted, openKey, startKey, now }: NewRow): DeclarationRow {
  return {
    _id: randomId(),
    ...ofBound(active),
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

/** Part of it that what may be offered is waited for. The page can ask for the rest later (`declaration.offers`). */
const SOURCES_MS = 8_000

/** Asks the provider for the declaration, unless an earlier try has it. Repeating is harmless: the number stays. */
export async function finishOpening(
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
    const fields = { declareNo, situationText, materials, forms, sources: SOURCES.seal(draftId, sources) }
    if (await updateDeclaration(draftId, { declareNo: '' }, fields)) return { draftId }
  } catch (error) {
    // Certainly nothing was opened there: keep nothing here that would look like a draft.
    if (verdictOf(error, true) !== 'open') await removeDeclaration(draftId, { declareNo: '' })
    throw error
  }
  if (await findDeclaration(draftId, active)) return { draftId }
  throw new AppError('CONFLICT', 'draft vanished while it was opened', { retryable: true })
}
