/** Where in the forms of a draft somebody wants to go on. */
export interface NextPlace {
  readonly materialId: string
  readonly sectionId?: string
  readonly fieldId?: string
}

/** By draft. The pages are in one subpackage, so they share this module. */
const waiting = new Map<string, NextPlace>()

/** The task list leaves it for the form page beneath, which WeChat gives no parameters when it comes back. */
export function leaveNextPlace(draftId: string, place: NextPlace): void {
  waiting.set(draftId, place)
}

/** What was left for a draft; handed out once. */
export function takeNextPlace(draftId: string): NextPlace | undefined {
  const place = waiting.get(draftId)
  waiting.delete(draftId)
  return place
}
