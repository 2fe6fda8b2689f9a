import * as v from 'valibot'
import { defineAction } from '../../kernel/define-action'
import { AppError } from '../../kernel/errors'
import { ourId, version } from '../../kernel/inputs'
import { printDocument } from '../../print'
import { offerFile } from '../../domain/storage/offer'
import { rareFonts } from '../../domain/storage/rare-fonts'
import { requireDeclaration } from '../../domain/declaration/access'
import { toPrinted } from '../../domain/declaration/printed'

const input = v.object({ draftId: ourId, version })

/** Reading the fonts, drawing hundreds of rows and storing the file take time. */
const BUDGET_MS = 40_000

/**
 * Prints the electronic forms of a declaration as one PDF, as the server holds them, and gives a short-lived address of
 * it. CONFLICT when the page shows another version.
 */
export const printDeclaration = defineAction(
  'declaration.print',
  input,
  async ({ draftId, version: shown }, context) => {
    const own = await requireDeclaration(draftId, context)
    if (own.row.version !== shown) throw new AppError('CONFLICT', 'print names another version')
    const { pdf, pages, unprintable } = await printDocument(await toPrinted(own, context), rareFonts(context))
    const offered = await offerFile(pdf, 'pdf', { purpose: 'print', draftId }, own.active, context)
    return { ...offered, fileName: `${own.row.matterName}.pdf`, pages, unprintable }
  },
  BUDGET_MS,
)
