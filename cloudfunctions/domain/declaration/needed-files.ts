import * as judge from '../../../miniprogram/shared/judge'
import { type AttachmentRow } from '../../stores/attachments'
import { type DeclarationRow } from '../../stores/declarations'
import { askedFor, stillPromised } from './promises'

/** A row of the ledger as the judge sees it. */
export const toJudged = ({ _id, materialId, fieldId, state, attachId }: AttachmentRow): judge.JudgedFile => ({
  id: _id,
  materialId,
  fieldId,
  state,
  providerId: attachId,
})

/** The rows that the draft's situation needs: what is shown, printed and sent of it. */
export const neededFiles = (
  row: Pick<DeclarationRow, 'matterId' | 'materials' | 'promisedMaterialIds'>,
  attachments: readonly AttachmentRow[],
): readonly AttachmentRow[] =>
  judge.neededFiles(attachments, askedFor(row.materials, row.promisedMaterialIds), stillPromised(row, row.materials))
