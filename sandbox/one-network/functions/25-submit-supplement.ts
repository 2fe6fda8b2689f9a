import { filesOfRound } from '../case-life-cycle/supplement-wire'
import { answerRound } from '../case-life-cycle/supplements'
import { beijingDateTime } from '../clock'
import { submittedFormErrors } from '../declarations/check-complete-forms'
import { checkForms } from '../declarations/check-forms'
import type { FormInput } from '../declarations/requests'
import { itemOf } from '../platform'
import { type FieldError, refuseIfAny } from '../protocol/errors'
import type { SavedForm } from '../state/records'
import { findRound, materialsOfRound, type OwnRound, refuseUnlessOpen } from '../supplements/lookup'
import { type Call, defineFunction } from './define'

interface Request {
  readonly caseNo: string
  readonly round: number
  readonly forms?: readonly FormInput[]
  readonly remark?: string
}

type Forms = Readonly<Record<string, SavedForm>>

/** The corrected forms, as they will be kept; 3001 when one is wrong, incomplete, or of a material that was not asked for. */
function readForms(call: Call, own: OwnRound, sent: readonly FormInput[]): Forms {
  const { store, catalogue, now } = call.platform
  const materials = materialsOfRound(call, own)
  const { errors, forms } = checkForms(sent, materials, catalogue.formById, now())
  refuseIfAny(errors)
  refuseIfAny(
    submittedFormErrors({
      declaration: own.record,
      materials,
      sent,
      forms,
      formById: catalogue.formById,
      attachmentOf: (attachId) => store.attachments.get(attachId),
    }),
  )
  return forms
}

/** Everything that the round asks for is there: a form in this very request, a file by #23. */
function missingErrors(call: Call, own: OwnRound, forms: Forms): readonly FieldError[] {
  const files = call.platform.store.attachments.ownedBy(own.record.declareNo)
  return materialsOfRound(call, own).flatMap(({ materialId, name, files: wanted }): readonly FieldError[] => {
    if (wanted === undefined) return materialId in forms ? [] : [{ field: 'forms', message: `请重交：${name}` }]
    const has = filesOfRound(files, own.round.round, materialId).length > 0
    return has ? [] : [{ field: 'round', message: `请上传：${name}` }]
  })
}

/** #25 补正材料: submits a round, which nothing changes any more. */
export const submitSupplement = defineFunction<Request>(25, (call, request) => {
  const { caseNo, round, forms: sent = [], remark = '' } = request
  const { store, now } = call.platform
  const own = findRound(call, caseNo, round)
  refuseUnlessOpen(call, own)
  const forms = readForms(call, own, sent)
  refuseIfAny(missingErrors(call, own, forms))

  const { record } = own
  const held = store.attachments.ownedBy(record.declareNo)
  const files = own.round.materials
    .map(({ materialId }) => ({
      materialId,
      attachIds: filesOfRound(held, round, materialId).map(({ attachId }) => attachId),
    }))
    .filter(({ attachIds }) => attachIds.length > 0)
  const moment = { at: now(), item: itemOf(call.platform, record.itemId) }
  const changed = answerRound(record, round, { forms, files, remark }, moment)
  store.cases.put({ ...changed, statusName: changed.status === record.status ? record.statusName : '' })
  const declaration = store.declarations.get(record.declareNo)
  // #6 gives what the user filled in last, wherever that was.
  if (declaration !== undefined) {
    store.declarations.put({ ...declaration, forms: { ...declaration.forms, ...forms } })
  }
  return {
    caseNo,
    round,
    supplementType: own.round.supplementType,
    submittedAt: beijingDateTime(moment.at),
    caseStatus: changed.status,
    duplicate: '0',
  }
})
