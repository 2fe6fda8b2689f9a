import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { ourId } from '../../kernel/inputs'
import { listAttachments } from '../../stores/attachments'
import { requireDeclaration } from './access'
import { judge } from './verdict'
import { toDeclaration } from './view'

/** The filled declaration as the office would read it, with the server's verdict. */
export const reviewDeclaration = defineAction(
  'declaration.review',
  v.object({ draftId: ourId }),
  async (input, context) => {
    const { view, active, row } = await requireDeclaration(input.draftId, context)
    const now = context.now()
    const attachments = await listAttachments(row._id)
    const [declaration, verdict] = await Promise.all([
      toDeclaration(row, active.profile, now),
      judge(row, active.profile, attachments, now),
    ])
    return { account: view, declaration, ...verdict }
  },
)
