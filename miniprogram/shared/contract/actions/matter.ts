import type { AccountView, SubjectType } from '../../domain/account'
import type { Commitment } from '../../domain/commitment'
import type { DeclarationBrief } from '../../domain/declaration'
import type { GuideSources } from '../../domain/guide-source'
import type { BlankFormKind, Material, MatterBatch, MatterBrief, MatterGuide, Situation } from '../../domain/matter'
import type { BeijingTime } from '../../domain/time'
import type { Loadable } from '../reply'
import type { FactsOf } from './facts'
import type { Nothing } from './nothing'

/** Matter: contract #33; #35; #34; #1, #3, #12 at the same time; #11 or #13; #2 */
export interface MatterActions {
  'matter.list': { input: Nothing; output: { account: AccountView; matters: readonly MatterBrief[] } }
  /** What the provider finds, its best first. `keyword`: 1 to 50 characters, not blank. */
  'matter.search': {
    input: { keyword: string; subjectType?: SubjectType }
    output: { matters: readonly MatterBrief[] }
  }
  /** Other recommended matters than those that are `shown`, and the window's telephone ('' = not known now). */
  'matter.recommend': { input: { shown: readonly string[] }; output: MatterBatch & { phone: string } }
  'matter.open': {
    input: { matterId: string }
    output: {
      account: AccountView
      guide: MatterGuide
      /** What each fact of the guide and of the materials stands on. */
      sources: GuideSources
      materials: Loadable<readonly Material[]>
      situations: Loadable<readonly Situation[]>
      /** What of 容缺受理, 告知承诺 and 承诺审批 the matter has, as far as the materials could be read. */
      commitments: readonly Commitment[]
      /** My open drafts of this matter under the active identity. */
      drafts: readonly DeclarationBrief[]
    }
  }
  'matter.checklist': {
    input: { matterId: string; optionIds: readonly string[] }
    output: { materials: readonly Material[] }
  }
  /** 一次性告知单 of a situation as a PDF; `optionIds` absent = of the matter as a whole. */
  'matter.notice': {
    input: { matterId: string; optionIds?: readonly string[] }
    output: { url: string; expiresAt: BeijingTime; fileName: string; pages: number }
  }
  /** The blank form or the filled sample of one of the matter's materials (#2): passed through our storage. */
  'matter.blankForm': {
    input: { matterId: string; materialId: string; kind: BlankFormKind }
    output: { url: string; expiresAt: BeijingTime; fileName: string }
  }
}

export const MATTER_FACTS = {
  'matter.list': { on: 'api', repeat: 'read', audit: 'nothing' },
  'matter.search': { on: 'api', repeat: 'read', audit: 'nothing' },
  'matter.recommend': { on: 'api', repeat: 'read', audit: 'nothing' },
  'matter.open': { on: 'api', repeat: 'read', audit: 'look', objects: ['matterId'] },
  'matter.checklist': { on: 'api', repeat: 'read', audit: 'nothing' },
  'matter.notice': { on: 'transfer', repeat: 'read', audit: 'nothing' },
  'matter.blankForm': { on: 'transfer', repeat: 'read', audit: 'nothing' },
} as const satisfies FactsOf<MatterActions>
