import { letterAnswers } from '../../../miniprogram/shared/domain/agent'
import { type FormRow } from '../../stores/declarations'
import { openForms, withAnswers } from './form-rows'

/** An authorization letter that names nobody yet names the agent of the declaration form. */
export async function letterNamesAgent(draftId: string, rows: readonly FormRow[]): Promise<readonly FormRow[]> {
  const forms = await openForms({ _id: draftId, forms: rows })
  const named = letterAnswers(forms)
  const [place] = Object.keys(named)
  if (place === undefined) return rows
  return forms.map((form) =>
    place in form.answers ? withAnswers(draftId, form, { ...form.answers, ...named }) : form.row,
  )
}
