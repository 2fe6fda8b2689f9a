import { follow } from '../../../services/under-way'

/** Saves that go on while their page is gone already: who comes back to what they change must wait for them. */
const leaving = new Map<string, Promise<unknown>>()

export function noteLeaving(draftId: string, saving: Promise<unknown>): void {
  const noted = saving
    .catch(() => undefined)
    .then(() => {
      if (leaving.get(draftId) === noted) leaving.delete(draftId)
    })
  leaving.set(draftId, follow(noted))
}

/** Resolves when nothing of this draft is being saved by a page that was left. */
export const afterLeaving = async (draftId: string): Promise<void> => {
  await leaving.get(draftId)
}
