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
import { type DeclarationRow, type FormRow, updateDeclaration } from '../../stores/declarations'
import { withUserToken } from '../account/session'
import { checkOptions } from '../matter/options'
import { type OwnDeclaration, requireDeclaration, requireEditable, staleVersion } from './access'
import { letterNamesAgent } from './agent'
import { factsOf } from './facts'
import { currentForms, newForms, sealAnswers } from './form-rows'
import { openSources } from './sources'
import { freeOpenKey, openKeyOf, otherDraft, sameOptions } from './situation/other-draft'
import { promisesOf, stillPromised } from './promises'
import { type KeptForm, planChange, type Plan, type Target } from './situation/plan'

const input = v.object({ draftId: ourId, version, optionIds })

/** Longer than one change can take, so that no two are under way at the provider at the same moment. */
const CLAIM_MS = 40_000
const BUDGET_MS = 28_000

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

    const claimed = await claimChange(row, chosen, context.now())
    const opened = await withUserToken(active.bindingId, context, (token) =>
      declarations.changeSituation(
        {
          requestNo: claimed.situationNo,
          matterId: row.matterId,
          optionIds: chosen,
          declareNo: row.declareNo,
        },
        token,
        context,
      ),
    )
    return writeDown({ ...own, row: claimed }, chosen, opened, context)
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

/** Writes down which change is about to be sent, and under which number. */
async function claimChange(row: DeclarationRow, chosen: readonly string[], now: number): Promise<DeclarationRow> {
  const isRepeated = row.situationNo !== '' && sameOptions(row.situationOptionIds, chosen)
  if (!isRepeated && row.situationUntil > now) throw underWay()
  const fields = {
    situationNo: isRepeated ? row.situationNo : randomId(),
    situationOptionIds: chosen,
    situationUntil: now + CLAIM_MS,
  }
  const expected = { version: row.version, state: 'draft' as const, situationNo: row.situationNo }
  if (!(await updateDeclaration(row._id, expected, fields))) throw underWay()
  return { ...row, ...fields }
}

async function writeDown(
  { active, row }: OwnDeclaration,
  chosen: readonly string[],
  opened: OpenedDeclaration,
  context: Context,
): Promise<{ readonly version: number; readonly savedAt: string }> {
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
    situationNo: '',
    situationOptionIds: [],
    situationUntil: 0,
  }
  const expected = { version: row.version, state: 'draft' as const, situationNo: row.situationNo }
  if (await updateDeclaration(row._id, expected, fields)) return next
  return afterRace(row, chosen, context)
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
