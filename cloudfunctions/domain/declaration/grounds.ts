import { type DeclarationFacts } from '../../../miniprogram/shared/domain/declaration'
import { toBeijingDate } from '../../../miniprogram/shared/domain/time'
import { type Grounds } from '../../../miniprogram/shared/judge'
import { workingDays } from '../../calendar/working-days'
import { type Profile } from '../../one-network/mappers/account'
import { type AttachmentRow } from '../../stores/attachments'
import { type DeclarationRow } from '../../stores/declarations'
import { toJudged } from './needed-files'
import { factsOf } from './facts'
import { askedFor, commitmentBarred, promisesOf } from './promises'

type Judged = Pick<DeclarationRow, '_id' | 'matterId' | 'optionIds' | 'sources' | 'materials' | 'promisedMaterialIds'>

/** What the forms of a draft are judged by. @param now ms since the epoch */
export function groundsOf(
  row: Judged,
  profile: Profile,
  attachments: readonly AttachmentRow[],
  now: number,
  facts: DeclarationFacts = factsOf(row, profile),
): Grounds {
  const { materials, promisedMaterialIds } = row
  return {
    facts,
    files: { kind: 'draft', materials: askedFor(materials, promisedMaterialIds), list: attachments.map(toJudged) },
    promises: promisesOf(row, profile, facts, now),
    barred: commitmentBarred(row, profile, facts),
    today: toBeijingDate(now),
    workingDays,
  }
}
