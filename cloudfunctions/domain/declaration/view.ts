import { type Declaration, type DeclarationBrief } from '../../../miniprogram/shared/domain/declaration'
import { type FormMove } from '../../../miniprogram/shared/domain/form-move'
import { toBeijingDate } from '../../../miniprogram/shared/domain/time'
import { originsOf } from '../../../miniprogram/shared/form'
import { calendarAround } from '../../calendar/working-days'
import { isStampedForm } from '../../matters/ids'
import { type Profile } from '../../one-network/mappers/account'
import { listAttachments } from '../../stores/attachments'
import { type DeclarationRow } from '../../stores/declarations'
import { toAttachment } from '../attachment/view'
import { matterById } from '../../matters'
import { asDecided } from '../matter/office-promises'
import { factsOf } from './facts'
import { openMoves } from './form-move/sealed-moves'
import { openForms, toJudgedForm } from './form-rows'
import { missingSources, prefillOf } from './prefill'
import { askedFor, promisesOf } from './promises'
import { openSources } from './sources'

/** A declaration as a list shows it. */
export function toBrief(row: DeclarationRow): DeclarationBrief {
  const shortName = matterById(row.matterId)?.shortName
  return {
    draftId: row._id,
    matterId: row.matterId,
    matterName: row.matterName,
    ...(shortName === undefined ? {} : { shortName }),
    subjectType: row.subjectType,
    situationText: row.situationText,
    state: row.state,
    savedAt: row.savedAt,
    ...(row.caseNo ? { caseNo: row.caseNo } : {}),
  }
}

/** Everything that the filing pages need. */
export async function toDeclaration(row: DeclarationRow, profile: Profile, now: number): Promise<Declaration> {
  const [forms, attachments] = await Promise.all([openForms(row), listAttachments(row._id)])
  const [facts, sources, moves] = [factsOf(row, profile), openSources(row), movesOf(row)]
  return {
    kind: 'declaration',
    ...toBrief(row),
    version: row.version,
    optionIds: row.optionIds,
    forms: forms.map((form) => {
      const prefilled = sources && prefillOf(form, row, facts, sources)
      const offered = prefilled && { origins: originsOf(form.answers, prefilled), offers: prefilled.offers }
      return { ...toJudgedForm(form), ...offered }
    }),
    missingSources: missingSources(forms, sources, profile),
    ...(moves.length > 0 ? { moves } : {}),
    facts,
    materials: askedFor(row.materials, row.promisedMaterialIds).map((material) => ({
      ...asDecided(row.matterId, material),
      ...(isStampedForm(row.matterId, material.materialId) ? { ofPrint: true as const } : {}),
    })),
    attachments: attachments.map(toAttachment),
    promises: promisesOf(row, profile, facts, now),
    calendar: calendarAround(toBeijingDate(now)),
    today: toBeijingDate(now),
  }
}

/** Of the forms that the draft has now. */
const movesOf = (row: DeclarationRow): readonly FormMove[] =>
  openMoves(row).filter(({ materialId }) => row.forms.some((form) => form.materialId === materialId))

/** For a page on which nothing can be taken over: what is offered there is nobody's business, and may be large. */
export function withoutOffers(declaration: Declaration): Declaration {
  return { ...declaration, forms: declaration.forms.map(toJudgedForm) }
}
