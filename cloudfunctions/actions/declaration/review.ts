import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { ourId } from '../../kernel/inputs'
import { listAttachments } from '../../stores/attachments'
import { neededFiles } from '../../domain/declaration/needed-files'
import { requireDeclaration } from '../../domain/declaration/access'
import { withCurrentForms } from '../../domain/declaration/form-move/move'
import { pictureAddresses } from '../../domain/declaration/signatures'
import { judge } from '../../domain/declaration/verdict'
import { toDeclaration, withoutOffers } from '../../domain/declaration/view'

/** The filled declaration as the office would read it, with the server's verdict; a replaced form is the new one here too. */
export const reviewDeclaration = defineAction(
  'declaration.review',
  v.object({ draftId: ourId }),
  async (input, context) => {
    const own = await requireDeclaration(input.draftId, context)
    const { view, active, row } = await withCurrentForms(own, context)
    const now = context.now()
    const attachments = neededFiles(row, await listAttachments(row._id))
    const [declaration, verdict, pictures] = await Promise.all([
      toDeclaration(row, active.profile, now),
      judge(row, active.profile, attachments, now),
      pictureAddresses(attachments, context),
    ])
    return { account: view, declaration: withoutOffers(declaration), pictures, ...verdict }
  },
)
