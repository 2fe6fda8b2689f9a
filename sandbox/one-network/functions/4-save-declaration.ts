import { PROMISE_FORM } from '../catalogue/promise-form'
import { openCase } from '../case-life-cycle/open-case'
import { beijingDateTime } from '../clock'
import { applicantErrors } from '../declarations/check-applicant'
import { submittedFormErrors } from '../declarations/check-complete-forms'
import { checkForms } from '../declarations/check-forms'
import { materialErrors } from '../declarations/check-materials'
import type { SaveFormRequest, SubmitRequest } from '../declarations/requests'
import type { Platform } from '../platform'
import { ProviderError, refuseIfAny } from '../protocol/errors'
import type { AttachmentRecord, CaseRecord } from '../state/records'
import { type Call, defineFunction, userOf } from './define'
import { findDraft, materialsOf } from './lookup'

function saveForms(call: Call, request: SaveFormRequest): object {
  const { store, catalogue, now } = call.platform
  const declaration = findDraft(call, request.declareNo)
  const { errors, forms } = checkForms(request.forms, materialsOf(call, declaration), catalogue.formById, now())
  refuseIfAny(errors)
  store.declarations.put({ ...declaration, touchedAt: now(), forms: { ...declaration.forms, ...forms } })
  return {
    declareNo: declaration.declareNo,
    caseNo: '',
    acceptTime: null,
    caseStatus: '',
    savedAt: beijingDateTime(now()),
    promisedFinishDate: null,
    duplicate: '0',
  }
}

/** 2004 when a listed attachment is somebody else's; before any 3001 of the content, as chapter 3 orders it. */
function refuseForeignAttachments(call: Call, request: SubmitRequest): void {
  const { store } = call.platform
  for (const attachId of request.materials.flatMap((material) => material.attachIds)) {
    const record = store.attachments.get(attachId)
    if (record !== undefined && record.userId !== userOf(call).userId) throw new ProviderError('2004')
  }
}

/** Attachments enter the case: those of this declaration as they are, earlier ones as a copied reference with its own id. */
function bringAttachments(
  { store, numbers, now }: Platform,
  request: SubmitRequest,
  caseNo: string,
  nameOf: (materialId: string) => string,
): CaseRecord['materials'] {
  const bring = (attachId: string, materialId: string): string => {
    const record = store.attachments.get(attachId)
    if (record === undefined) throw new ProviderError('3002')
    const own = record.declareNo === request.declareNo && record.caseNo === ''
    const entered: AttachmentRecord = own
      ? { ...record, caseNo }
      : {
          ...record,
          attachId: numbers.attachId(now()),
          declareNo: request.declareNo,
          materialId,
          materialName: nameOf(materialId),
          caseNo,
        }
    store.attachments.put(entered)
    return entered.attachId
  }
  return request.materials.map(({ materialId, attachIds }) => ({
    materialId,
    attachIds: attachIds.map((attachId) => bring(attachId, materialId)),
  }))
}

function submit(call: Call, request: SubmitRequest): object {
  const { platform } = call
  const { store, catalogue, numbers, now } = platform
  const declaration = findDraft(call, request.declareNo)
  refuseForeignAttachments(call, request)
  const materials = materialsOf(call, declaration)
  const sent = checkForms(request.forms, materials, catalogue.formById, now())
  // Wrong types first: completeness of a form that cannot be read means nothing.
  refuseIfAny(sent.errors)
  const forms = { ...declaration.forms, ...sent.forms }
  const attachmentOf = (attachId: string) => store.attachments.get(attachId)
  refuseIfAny([
    ...applicantErrors(request.applicant, request.agent, userOf(call)),
    ...submittedFormErrors({
      declaration,
      materials,
      sent: request.forms,
      forms,
      formById: catalogue.formById,
      attachmentOf,
    }),
    ...materialErrors({ request, declaration, materials, forms, attachmentOf }),
  ])

  const at = now()
  const caseNo = numbers.caseNo(at)
  // A promise that was taken back leaves nothing in the case.
  const isPromised = request.promiseMaterialIds.length > 0
  const needed = new Set(
    materials.filter(({ key }) => isPromised || key !== PROMISE_FORM).map((material) => material.materialId),
  )
  const counted = Object.fromEntries(Object.entries(forms).filter(([materialId]) => needed.has(materialId)))
  const entered = bringAttachments(
    platform,
    request,
    caseNo,
    (materialId) => catalogue.materialById.get(materialId)?.material.name ?? '',
  )
  store.cases.put(
    openCase({
      caseNo,
      at,
      declaration: { ...declaration, forms: counted },
      applicant: request.applicant,
      agent: request.agent ?? null,
      materials: entered,
      promisedMaterialIds: request.promiseMaterialIds,
    }),
  )
  store.declarations.put({ ...declaration, status: '1', touchedAt: at, forms, caseNo })
  return {
    declareNo: declaration.declareNo,
    caseNo,
    acceptTime: beijingDateTime(at),
    caseStatus: '12',
    savedAt: beijingDateTime(at),
    promisedFinishDate: '',
    duplicate: '0',
  }
}

/** #4 在线办理正式提交的数据保存: saveType 1 keeps forms, saveType 2 submits and makes a case. */
export const saveDeclaration = defineFunction<SaveFormRequest | SubmitRequest>(4, (call, request) =>
  request.saveType === '1' ? saveForms(call, request) : submit(call, request),
)
