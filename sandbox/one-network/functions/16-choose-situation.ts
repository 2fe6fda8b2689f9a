import { chooseOptions, materialsFor } from '../catalogue/choose'
import { toMaterialWire } from '../catalogue/material-wire'
import { invalid, refuseIfAny } from '../protocol/errors'
import type { DeclarationRecord } from '../state/records'
import { type Call, defineFunction, userOf } from './define'
import { findDraft, findItem, materialsOf } from './lookup'

interface Request {
  readonly itemId: string
  readonly optionIds: readonly string[]
  readonly declareNo?: string
}

function newDraft(call: Call, { itemId, optionIds }: Request): DeclarationRecord {
  const at = call.platform.now()
  return {
    declareNo: call.platform.numbers.declareNo(at),
    userId: userOf(call).userId,
    itemId,
    optionIds,
    status: '0',
    openedAt: at,
    touchedAt: at,
    forms: {},
    caseNo: '',
  }
}

/** #16 材料上传情形选择: opens a declaration, or changes the situation of one that is not submitted yet. */
export const chooseSituation = defineFunction<Request>(16, (call, request) => {
  const item = findItem(call, request.itemId)
  const existing = request.declareNo === undefined ? null : findDraft(call, request.declareNo)
  if (existing !== null && existing.itemId !== item.itemId) throw invalid('itemId', '与申报的事项不一致')
  if (!item.subjectTypes.includes(userOf(call).subjectType)) {
    throw invalid('itemId', item.subjectTypes.includes('person') ? '本事项仅面向个人' : '本事项仅面向企业')
  }
  const { choice, options, text, errors } = chooseOptions(item, request.optionIds)
  const blocked = options.filter(({ option }) => option.blockTip !== '')
  refuseIfAny([...errors, ...blocked.map(({ option }) => ({ field: 'optionIds', message: option.blockTip }))])
  const materials = materialsFor(item, choice)
  // What was uploaded for materials no longer needed stays: it counts again when the situation is changed back.
  const before = existing === null ? [] : materialsOf(call, existing)
  const draft = existing ?? newDraft(call, request)
  call.platform.store.declarations.put({
    ...draft,
    optionIds: request.optionIds,
    touchedAt: call.platform.now(),
  })
  return {
    declareNo: draft.declareNo,
    itemId: item.itemId,
    situationText: text,
    materials: materials.map((material) => toMaterialWire(call.platform.catalogue, material)),
    removedMaterialIds: before.filter((it) => !materials.includes(it)).map((it) => it.materialId),
    duplicate: '0',
  }
})
