import { type BeijingDate } from '../../../miniprogram/shared/domain/time'
import { compact, day, record, text } from '../read'
import { type Wire } from '../wire'

/** What the user last filled into a form (contract #6). Personal data in the clear: sealed at rest, never logged. */
export interface PreviousFiling {
  /** Field id → value, as it was saved then: to be checked against today's form. */
  readonly formData: Readonly<Record<string, unknown>>
  readonly savedOn?: BeijingDate
  /** The declaration that it belongs to. */
  readonly declareNo?: string
}

/** undefined when the user never filled this form. */
export function toPreviousFiling(wire: Wire<'LatestFormData'>): PreviousFiling | undefined {
  const formData = record(wire?.formData)
  return formData && compact({ formData, savedOn: day(wire?.savedAt), declareNo: text(wire?.sourceDeclareNo) })
}
