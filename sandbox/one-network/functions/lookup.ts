import type { Item, Material } from '../catalogue/item'
import { chooseOptions, materialsFor } from '../catalogue/choose'
import { itemOf } from '../platform'
import { invalid, ProviderError } from '../protocol/errors'
import type { AttachmentRecord, CaseRecord, DeclarationRecord } from '../state/records'
import { type Call, userOf } from './define'

/** Existence, then ownership, then state: the order of contract chapter 3, row 10. */

/** Contract chapter 11: a draft lives 30 days after its last write. */
const DRAFT_MS = 30 * 86_400_000

/** 3002 when there is no such matter. */
export function findItem(call: Call, itemId: string): Item {
  const item = call.platform.catalogue.itemById.get(itemId)
  if (item === undefined) throw new ProviderError('3002')
  return item
}

/** The user's own declaration; 3002, 2004. An overdue draft reads as 2 已失效. */
export function findDeclaration(call: Call, declareNo: string): DeclarationRecord {
  const { store, now } = call.platform
  const declaration = store.declarations.get(declareNo)
  if (declaration === undefined) throw new ProviderError('3002')
  if (declaration.userId !== userOf(call).userId) throw new ProviderError('2004')
  const overdue = declaration.status === '0' && now() - declaration.touchedAt > DRAFT_MS
  return overdue ? { ...declaration, status: '2' } : declaration
}

/** The user's own draft; also 3003 when it was submitted or is overdue. */
export function findDraft(call: Call, declareNo: string): DeclarationRecord {
  const declaration = findDeclaration(call, declareNo)
  if (declaration.status !== '0') throw new ProviderError('3003', { currentStatus: declaration.status })
  return declaration
}

/** A draft lives on from its last upload. */
export function touchDraft(call: Call, declaration: DeclarationRecord): void {
  call.platform.store.declarations.put({ ...declaration, touchedAt: call.platform.now() })
}

/** The user's own case; 3002, 2004. */
export function findCase(call: Call, caseNo: string): CaseRecord {
  const record = call.platform.store.cases.get(caseNo)
  if (record === undefined) throw new ProviderError('3002')
  if (record.userId !== userOf(call).userId) throw new ProviderError('2004')
  return record
}

/** The user's own attachment; 3002, 2004. */
export function findOwnAttachment(call: Call, attachId: string): AttachmentRecord {
  const record = call.platform.store.attachments.get(attachId)
  if (record === undefined) throw new ProviderError('3002')
  if (record.userId !== userOf(call).userId) throw new ProviderError('2004')
  return record
}

/** Materials that this declaration has to bring. */
export function materialsOf(call: Call, declaration: DeclarationRecord): readonly Material[] {
  const item = itemOf(call.platform, declaration.itemId)
  return materialsFor(item, chooseOptions(item, declaration.optionIds).choice)
}

/** One of them; 3002 for a material that no matter has, 3001 for one that this declaration does not need. */
export function findMaterial(call: Call, declaration: DeclarationRecord, materialId: string): Material {
  if (!call.platform.catalogue.materialById.has(materialId)) throw new ProviderError('3002')
  const material = materialsOf(call, declaration).find((it) => it.materialId === materialId)
  if (material === undefined) throw invalid('materialId', '不在本申报应交材料中')
  return material
}
