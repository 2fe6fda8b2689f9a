import { type UnprintableCharacter } from '../../miniprogram/shared/domain/declaration'
import { type SummarySection } from '../../miniprogram/shared/form'

/** What is printed: everything is text already, so that printing knows neither drafts nor the provider. */
export interface PrintedDocument {
  /** Who receives the form, above its title. */
  readonly office: string
  /** Label and text of the head of each form: matter, applicant, numbers. */
  readonly head: readonly { readonly label: string; readonly text: string }[]
  /** Across every page and at its foot, e.g. 尚未提交; '' = what is printed was filed. */
  readonly mark: string
  /** Explains `mark` under the title of the first page. */
  readonly markText: string
  /** For the foot of every page. */
  readonly printedAt: string
  readonly forms: readonly { readonly title: string; readonly sections: readonly SummarySection[] }[]
  /** Attachment id → PNG or JPEG of a signature. */
  readonly pictures: ReadonlyMap<string, Buffer>
}

export interface Printed {
  readonly pdf: Buffer
  readonly pages: number
  readonly unprintable: readonly UnprintableCharacter[]
}
