import { COMMITMENT_LABEL, commitmentText } from '../../../miniprogram/shared/domain/commitment'
import { type FactSource, type GuideSources, SOURCE_LABEL } from '../../../miniprogram/shared/domain/guide-source'
import {
  feeText,
  limitLabel,
  limitText,
  resultText,
  statutoryLimitFor,
} from '../../../miniprogram/shared/domain/guide-text'
import { SUBJECT_LABEL } from '../../../miniprogram/shared/domain/account'
import {
  type Material,
  type MatterGuide,
  NECESSITY_LABEL,
  type Situation,
} from '../../../miniprogram/shared/domain/matter'
import { formatBeijingTime, toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { commitmentsOf } from '../../matters/commitments'
import { type NoticeDocument } from '../../print/notice'
import { OFFICE } from './office'

/** Behind a basis that was not read in the law's own text. */
const UNREAD = '※'

export interface NoticeOf {
  readonly guide: MatterGuide
  readonly sources: GuideSources
  readonly situations: readonly Situation[]
  readonly materials: readonly Material[]
  /** Answers that count; absent = the notice is for all situations. */
  readonly optionIds?: readonly string[] | undefined
  /** ms since the epoch. */
  readonly now: number
}

/** The words of a 一次性告知单. */
export function noticeOf({ guide, sources, situations, materials, optionIds, now }: NoticeOf): NoticeDocument {
  const answers = optionIds && answersText(situations, optionIds)
  const statutory = statutoryLimitFor(guide, sources, optionIds ?? [])
  const otherLimits = optionIds
    ? []
    : sources.situationLimits.map((limit) => `${limit.when}时${limitLabel(limit.source)} ${limitText(limit)}`)
  const head = [
    { label: '办理情形', text: answers ?? (situations.length > 0 ? '全部情形（材料后注明适用情形）' : '') },
    { label: '谁可以办', text: guide.subjects.map((subject) => SUBJECT_LABEL[subject]).join('、') },
    { label: '承诺时限', text: limitText(guide.promisedLimit) },
    { label: limitLabel(statutory.source), text: [statutory.text, ...otherLimits].filter(Boolean).join('；') },
    { label: '不计入时限', text: guide.notCounted ?? '' },
    ...commitmentsOf(guide.matterId, materials).map((one) => ({
      label: COMMITMENT_LABEL[one.kind],
      text: commitmentText(one),
    })),
    { label: '收费', text: feeText(guide) },
    { label: '办理结果', text: guide.results.map(resultText).join('；') },
    { label: '办理窗口', text: [guide.address, guide.handleTime ?? ''].filter(Boolean).join('；') },
    { label: '咨询、投诉', text: [guide.phone, guide.complaintPhone ?? ''].filter(Boolean).join('；') },
  ]
  return {
    office: OFFICE,
    matter: guide.name,
    head: head.filter(({ text }) => text !== ''),
    conditions: guide.conditions,
    materials: materials.map((material) => materialLine(material, sources)),
    laws: guide.legalBasis.map(({ lawName, article }) => `${lawName}${article ?? ''}`),
    remarks: [
      `依据后有 ${UNREAD} 的，没有对照过现行的法规原文，或者是通行做法，以窗口为准。`,
      `内容来自市一网通，指南版本 ${guide.guideVersion}；生成时间 ${formatBeijingTime(toBeijingTime(now))}（北京时间）。如有不一致，以窗口为准。`,
    ],
  }
}

/** The chosen options in the order of the questions. */
function answersText(situations: readonly Situation[], optionIds: readonly string[]): string {
  const chosen = situations.flatMap(({ options }) => options.filter(({ optionId }) => optionIds.includes(optionId)))
  return chosen.map(({ name }) => name).join('；')
}

function materialLine(material: Material, sources: GuideSources): NoticeDocument['materials'][number] {
  const copies = material.paperCopies ? `纸质 ${material.paperCopies} 份` : ''
  const paper = [material.documentForm ?? '', copies].filter(Boolean).join('，')
  const source = sources.materials[material.materialId]
  return {
    name: material.name,
    need: [NECESSITY_LABEL[material.necessity], material.situationText ?? ''].filter(Boolean).join('\n'),
    form: material.kind === 'form' ? '在小程序里填写' : paper,
    basis: source ? basisText(source) : '',
  }
}

function basisText({ level, basis }: FactSource): string {
  if (level === 'provider') return ''
  return `${basis ?? SOURCE_LABEL[level]}${level === 'law' || level === 'office' ? '' : UNREAD}`
}
