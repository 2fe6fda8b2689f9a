import { type SubjectType } from '../../../miniprogram/shared/domain/account'
import {
  type MapPosition,
  type MatterBrief,
  type MatterGuide,
  type Situation,
  type TimeLimit,
} from '../../../miniprogram/shared/domain/matter'
import { ITEM_TYPE, lookUp, TIME_UNIT } from '../code-tables'
import { codes, compact, count, flag, list, text, texts, time } from '../read'
import { type Wire } from '../wire'

/** Tells whether this mini-program can file a matter online. Given from outside: the mapper knows no forms. */
export type Fileable = (matterId: string) => boolean

const toSubjects = (value: unknown): readonly SubjectType[] =>
  codes(value).filter((code): code is SubjectType => code === 'person' || code === 'enterprise')

export function toMatterBrief(wire: Wire<'ItemBrief'>, fileable: Fileable): MatterBrief {
  const matterId = text(wire?.itemId) ?? ''
  const name = text(wire?.itemName) ?? matterId
  const type = text(wire?.itemType)
  return compact({
    matterId,
    name,
    shortName: text(wire?.shortName) ?? name,
    typeLabel: lookUp(ITEM_TYPE, type) ?? type ?? '',
    subjects: toSubjects(wire?.subjectTypes),
    department: text(wire?.department) ?? '',
    theme: text(wire?.themeName),
    promisedDays: count(wire?.promisedDays),
    hasSituations: flag(wire?.situationFlag),
    fileable: fileable(matterId),
  })
}

/** Matters in the provider's order; a row without an id is nothing that could be opened. */
export const toMatters = (rows: readonly Wire<'ItemBrief'>[], fileable: Fileable): readonly MatterBrief[] =>
  rows.map((row) => toMatterBrief(row, fileable)).filter((matter) => matter.matterId !== '')

function toTimeLimit(wire: Wire<'TimeLimit'>): TimeLimit {
  const unit = text(wire?.unit)
  return compact({
    value: count(wire?.value) ?? 0,
    unit: lookUp(TIME_UNIT, unit) ?? unit ?? '',
    text: text(wire?.text),
  })
}

const LICENCE = '1'

const toBooking = (phone?: string, note?: string): MatterGuide['booking'] =>
  phone === undefined && note === undefined ? undefined : compact({ phone, note })

const within = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Math.abs(value) <= most && value !== 0

/** undefined when a half is missing or no place in China could have it: a wrong map is worse than none. */
const toPosition = (latitude: unknown, longitude: unknown): MapPosition | undefined =>
  within(latitude, 90) && within(longitude, 180) ? { latitude, longitude } : undefined

export function toMatterGuide(wire: Wire<'ItemDetail'>, fileable: Fileable): MatterGuide {
  const commitment = wire?.noticeCommitment
  return compact({
    ...toMatterBrief(wire, fileable),
    statutoryLimit: toTimeLimit(wire?.statutoryLimit),
    promisedLimit: toTimeLimit(wire?.promisedLimit),
    notCounted: text(wire?.notCounted),
    legalBasis: list(wire?.legalBasis).flatMap((basis) => {
      const lawName = text(basis.lawName)
      return lawName ? [compact({ lawName, article: text(basis.article), content: text(basis.content) })] : []
    }),
    conditions: texts(wire?.conditions),
    results: list(wire?.resultDocuments).flatMap((result) => {
      const docName = text(result.docName)
      return docName ? [compact({ docName, validity: text(result.validity) })] : []
    }),
    commitment: compact({
      supported: flag(commitment?.supported),
      scope: text(commitment?.scope),
      supplementDays: count(commitment?.supplementDays),
      consequence: text(commitment?.consequence),
    }),
    fee: compact({ charged: flag(wire?.chargeFlag), note: text(wire?.chargeNote) }),
    address: text(wire?.handleAddress) ?? '',
    handleTime: text(wire?.handleTime),
    phone: text(wire?.phone) ?? '',
    complaintPhone: text(wire?.complaintPhone),
    isLicence: text(wire?.itemType) === LICENCE || undefined,
    listCode: text(wire?.itemCode),
    caseType: text(wire?.handleType),
    visits: count(wire?.visitTimes),
    booking: toBooking(text(wire?.bookingPhone), text(wire?.bookingNote)),
    position: toPosition(wire?.handleLatitude, wire?.handleLongitude),
    process: texts(wire?.process),
    tips: texts(wire?.tips),
    guideVersion: text(wire?.guideVersion) ?? '',
    updatedAt: time(wire?.updatedAt),
  })
}

const bySeq = (a: { readonly seq?: unknown }, b: { readonly seq?: unknown }): number =>
  (count(a.seq) ?? 0) - (count(b.seq) ?? 0)

/** An unknown chooseType counts as single choice: it cannot lead to more answers than the provider allows. */
export function toSituation(wire: Wire<'Situation'>): Situation {
  return {
    situationId: text(wire?.situationId) ?? '',
    question: text(wire?.question) ?? '',
    multiple: text(wire?.chooseType) === '2',
    required: flag(wire?.requiredFlag),
    dependsOn: codes(wire?.dependOptionIds),
    options: [...list(wire?.options)].sort(bySeq).map((option) =>
      compact({
        optionId: text(option.optionId) ?? '',
        name: text(option.optionName) ?? '',
        blockedBecause: flag(option.blockFlag) ? (text(option.blockTip) ?? '选择此项不能网上办理') : undefined,
      }),
    ),
  }
}

/** Questions in the provider's order. */
export const toSituations = (rows: readonly NonNullable<Wire<'Situation'>>[]): readonly Situation[] =>
  [...rows].sort(bySeq).map(toSituation)
