import type { Locator, Page } from 'playwright-core'
import type { AnswerValue } from '../../../../miniprogram/shared/form'
import type { Field } from '../../../../miniprogram/shared/form/schema'

/** Puts an answer into one kind of field with a finger; `box` is the field's frame. */
export type Filler = (page: Page, box: Locator, field: Field, value: AnswerValue) => Promise<void>

/** The field's frame inside `scope`, by the label that a screen reader reads. */
export function frame(scope: Locator, label: string): Locator {
  return scope.locator(`[role="group"][aria-label="${label}"], [role="group"][aria-label^="${label}，"]`).first()
}
