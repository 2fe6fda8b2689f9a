import { letterAnswers } from '../../../miniprogram/shared/domain/agent'
import { type FormRow } from '../../stores/declarations'
import { type OpenForm, openForms, sealAnswers } from './form-rows'

const toAgentForm = ({ row, answers }: OpenForm) => ({ materialId: row.materialId, answers })

/** An authorization letter that names nobody yet names the agent of the declaration form. */
export async function letterNamesAgent(draftId: string, rows: readonly FormRow[]): Promise<readonly FormRow[]> {
  const forms = await openForms({ _id: draftId, forms: rows })
  const named = letterAnswers(forms.map(toAgentForm))
  const [place] = Object.keys(named)
  if (place === undefined) return rows
  return forms.map(({ row, answers }) =>
    place in answers ? { ...row, answers: sealAnswers(draftId, row.materialId, { ...answers, ...named }) } : row,
  )
}
