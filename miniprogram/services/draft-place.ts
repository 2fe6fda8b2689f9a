import type { Routes } from '../platform/routes'
import { readSetting, writeSetting, type KeptPlace } from '../platform/storage'

/** The pages on which a declaration is filled in. */
type PlaceRoute = 'steps' | 'form' | 'attachments' | 'review'

/** Where a draft goes on: an address for `goTo`, and what a card says about it; '' = nothing is known. */
export interface DraftPlace {
  readonly route: PlaceRoute
  readonly params: Routes[PlaceRoute]
  /** e.g. `停在 2/8 步` */
  readonly text: string
}

/** So many drafts are remembered, the newest: who has more finds the task list. */
const MOST = 20

/** Notes where the applicant is: ids and numbers only, nothing of what was filled in. */
export function notePlace(draftId: string, place: KeptPlace): void {
  if (draftId === '') return
  write([[draftId, place], ...others(draftId)])
}

/** It was submitted, or is gone. */
export function forgetPlace(draftId: string): void {
  const left = others(draftId)
  if (left.length < places().length) write(left)
}

/**
 * Where a draft goes on. The task list, when nothing is known of it on this phone (it was begun elsewhere), or when it was
 * left with something wrong.
 */
export function placeOfDraft(draftId: string): DraftPlace {
  const place = places().find(([id]) => id === draftId)?.[1]
  if (place === undefined) return { route: 'steps', params: { draftId }, text: '' }
  if (place.page === 'form') {
    const { materialId, sectionId, step, steps } = place
    const text = `停在 ${step}/${steps} 步`
    if (place.wrong) return { route: 'steps', params: { draftId }, text }
    return { route: 'form', params: { draftId, materialId, sectionId }, text }
  }
  const { materialId } = place
  if (place.page === 'review') return { route: 'review', params: { draftId }, text: '停在核对提交' }
  const params = materialId === undefined ? { draftId } : { draftId, materialId }
  return { route: 'attachments', params, text: '停在上传材料' }
}

type Entry = readonly [string, KeptPlace]

const places = (): readonly Entry[] => Object.entries(readSetting('left.places') ?? {})

const others = (draftId: string): readonly Entry[] => places().filter(([id]) => id !== draftId)

function write(entries: readonly Entry[]): void {
  writeSetting('left.places', Object.fromEntries(entries.slice(0, MOST)))
}
