import { type Answers, fieldsOf, holdsFiles, submittedAnswers } from '../../../../miniprogram/shared/form'
import { contextOf } from '../../../../miniprogram/shared/judge'
import { Sealed } from '../../../kernel/sealed'
import { type FilledForm } from '../../../one-network/resources/declarations'
import { type AttachmentRow } from '../../../stores/attachments'
import { type DeclarationRow } from '../../../stores/declarations'
import { askedOpenForms, type OpenForm } from '../form-rows'
import { groundsOf } from '../grounds'
import { type Submitting } from './submitting'

/** The draft's forms as the provider takes them. @param now ms since the epoch */
export async function filledForms(
  { row, identity }: Pick<Submitting, 'row' | 'identity'>,
  attachments: readonly AttachmentRow[],
  now: number,
): Promise<readonly FilledForm[]> {
  const grounds = groundsOf(row, identity.profile, attachments, now)
  return (await askedOpenForms(row)).map((form) => {
    const answers = submittedAnswers(form.schema, contextOf(form.answers, grounds))
    const { materialId, formVersion } = form.row
    return { materialId, formVersion, formData: withProviderIds(form, answers, attachments) }
  })
}

/** In a signature field the page has our attachment ids; the provider knows its own. */
function withProviderIds(form: OpenForm, answers: Answers, attachments: readonly AttachmentRow[]): Answers {
  const replaced = fieldsOf(form.schema)
    .filter(holdsFiles)
    .flatMap(({ id }) => {
      const value = answers[id]
      if (!Array.isArray(value)) return []
      const own = attachments.filter((file) => (value as readonly unknown[]).includes(file._id))
      return [[id, own.map((file) => file.attachId)] as const]
    })
  return { ...answers, ...Object.fromEntries(replaced) }
}

/** Written down before the first sending: by the time of a repetition the day, and what it fills in, may have changed. */
export const SUBMITTED_FORMS = new Sealed<readonly FilledForm[]>('submitted-forms')

/** The forms of the first sending. */
export const submittedForms = ({ _id, submittedForms: sealed }: DeclarationRow): readonly FilledForm[] =>
  sealed ? SUBMITTED_FORMS.open(_id, sealed) : []
