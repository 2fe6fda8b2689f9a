import { type PromiseKind } from '../../../miniprogram/shared/domain/commitment'
import { type DeclarationFacts } from '../../../miniprogram/shared/domain/declaration'
import { type Material } from '../../../miniprogram/shared/domain/matter'
import { type PromiseOffer, type Promises } from '../../../miniprogram/shared/domain/promise'
import { type BeijingDate, toBeijingDate } from '../../../miniprogram/shared/domain/time'
import { afterWorkingDays, isEstimated } from '../../calendar/working-days'
import { allowsNoticeCommitment, commitmentOptions, promiseKindOf, promiseTermOf } from '../../matters/commitments'
import { type Profile } from '../../one-network/mappers/account'
import { isDishonest } from '../../one-network/mappers/credit'
import { type DeclarationRow } from '../../stores/declarations'
import { isLetter } from '../matter/promise-letter'

type Promising = Pick<DeclarationRow, 'matterId' | 'materials' | 'promisedMaterialIds'>

/** What the applicant has to do with: the letter of promise only as long as something is promised. */
export const askedFor = (
  materials: readonly Material[],
  promisedMaterialIds: readonly string[],
): readonly Material[] =>
  promisedMaterialIds.length > 0 ? materials : materials.filter((material) => !isLetter(material))

/** What a declaration asks for, and what of it is promised for later. */
export interface Checklist {
  readonly materials: readonly Material[]
  readonly promised: readonly string[]
}

/** As the declaration was filed. */
export const checklistOf = ({ materials, promisedMaterialIds }: Promising): Checklist => ({
  materials: askedFor(materials, promisedMaterialIds),
  promised: promisedMaterialIds,
})

/** A material that may be promised, and by which of the two ways. */
interface Promisable extends Pick<Material, 'materialId' | 'name' | 'promiseDays'> {
  readonly by: PromiseKind
}

/** Materials of a declaration that may be promised: the provider allows it, lists the letter, and the office allows it here. */
export function promisable({ matterId, materials }: Pick<Promising, 'matterId' | 'materials'>): readonly Promisable[] {
  if (!materials.some(isLetter)) return []
  return materials.flatMap((material) => {
    const by = material.promisable && material.kind === 'attachment' && promiseKindOf(matterId, material.materialId)
    return by ? [{ ...material, by }] : []
  })
}

/** The promised materials that a new list of materials still allows to promise. */
export function stillPromised(row: Promising, materials: readonly Material[]): readonly string[] {
  const left = promisable({ matterId: row.matterId, materials }).map(({ materialId }) => materialId)
  return row.promisedMaterialIds.filter((materialId) => left.includes(materialId))
}

/** What a draft may promise, and does. @param now ms since the epoch */
export function promisesOf(row: Promising, profile: Profile, facts: DeclarationFacts, now: number): Promises {
  const today = toBeijingDate(now)
  const offers = promisable(row).map(({ materialId, name, promiseDays, by }): PromiseOffer => {
    const { days } = promiseTermOf(by, row.matterId, promiseDays)
    const promised = row.promisedMaterialIds.includes(materialId)
    return { materialId, name, kind: by, days, ...lastDay(today, days), promised }
  })
  const letter = row.materials.find(isLetter)?.materialId ?? ''
  return { offers, letter, barred: offers.length > 0 ? barred(profile, facts) : '' }
}

/** The last of so many working days after a day. */
export function lastDay(day: BeijingDate, days: number): Pick<PromiseOffer, 'dueBy' | 'dueByIsEstimate'> {
  const dueBy = afterWorkingDays(day, days)
  return { dueBy, ...(isEstimated(dueBy) ? { dueByIsEstimate: true as const } : {}) }
}

/**
 * Why this applicant cannot promise anything now; '' = it can. Who has a dishonesty record may not promise (Tianjin's
 * 承诺审批; the provider's function 10 is the gate); only enterprises are asked about. A service that is down stops promises, and nothing else.
 */
function barred(profile: Profile, { credit, creditAsOf }: DeclarationFacts): string {
  if (profile.uscc === undefined) return ''
  if (creditAsOf === undefined) {
    return '暂时查不到单位的信用信息，现在不能承诺后补。请稍后在申报表页点“重试”再查，或直接上传材料；其他填写不受影响'
  }
  if (!isDishonest(credit)) return ''
  return '信用中国显示单位有失信记录，按规定不能承诺后补。请直接上传材料；对记录有异议的，请向作出决定的部门申请信用修复'
}

/** Why the chosen situation cannot be filed by this applicant, when it chooses 告知承诺; '' = it can. */
export function commitmentBarred(
  { matterId, optionIds }: Pick<DeclarationRow, 'matterId' | 'optionIds'>,
  profile: Profile,
  facts: DeclarationFacts,
): string {
  if (!commitmentOptions(matterId).some((optionId) => optionIds.includes(optionId))) return ''
  if (!allowsNoticeCommitment(matterId)) return '这个事项暂不实行告知承诺，请更改办理情形，按一般程序申报'
  if (profile.uscc === undefined || !isDishonest(facts.credit)) return ''
  return '信用中国显示单位有失信记录，按规定不能选择告知承诺。请更改办理情形，按一般程序申报'
}
