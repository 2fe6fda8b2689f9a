import type { KeptPage } from '../../../../platform/kept-pages'
import { backTo, goTo, replaceWith } from '../../../../platform/routes'
import { openDeclaration, saveDeclaration } from '../../../../services/declarations'
import { keptDeclaration } from '../../../../services/kept-answers'
import { openSupplementForm, saveSupplementForm } from '../../../../services/supplements'
import type { AccountView } from '../../../../shared/domain/account'
import type { Filled } from '../../draft/filled'

export interface OpenedForms {
  readonly account: AccountView
  readonly filled: Filled
}

/** Where the form page's forms come from and go to: a draft, or a correction that the office asked for. */
export interface FormSource {
  readonly open: (id: string) => Promise<OpenedForms>
  /** What this phone has of it, for a time without a network. */
  readonly kept?: (id: string) => Promise<KeptPage<OpenedForms> | null>
  readonly save: typeof saveDeclaration
  /** The button of the last step. */
  readonly lastText: string
  /** The last step is done, and saved. */
  readonly finish: () => Promise<void>
  /** It was submitted meanwhile. */
  readonly leave: () => Promise<void>
}

export function sourceOf({
  draftId = '',
  caseNo,
}: {
  readonly draftId?: string
  readonly caseNo?: string
}): FormSource {
  if (caseNo === undefined) {
    return {
      open: async (id) => {
        const { account, declaration } = await openDeclaration(id)
        return { account, filled: declaration }
      },
      kept: async (id) => {
        const kept = await keptDeclaration(id)
        return kept && { at: kept.at, value: { account: kept.value.account, filled: kept.value.declaration } }
      },
      save: saveDeclaration,
      lastText: '下一步：上传材料',
      finish: () => goTo('attachments', { draftId }),
      leave: () => replaceWith('receipt', { draftId }),
    }
  }
  return {
    open: async (id) => {
      const { account, correction } = await openSupplementForm(id)
      return { account, filled: correction }
    },
    save: saveSupplementForm,
    lastText: '改好了，回到补正',
    finish: () => backTo('supplement', { caseNo }),
    leave: () => backTo('supplement', { caseNo }),
  }
}
