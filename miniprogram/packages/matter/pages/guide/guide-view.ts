import type { MatterPage } from '../../../../services/matters'
import { SUBJECT_LABEL } from '../../../../shared/domain/account'
import type { MatterGuide, TimeLimit } from '../../../../shared/domain/matter'
import { formatBeijingTime } from '../../../../shared/domain/time'

export interface Fact {
  readonly label: string
  readonly value: string
}

export interface Chapter {
  readonly title: string
  readonly lines: readonly string[]
}

/** The guide in the order in which people need it; chapters that the provider left empty are not shown. */
export interface GuideView {
  readonly name: string
  readonly shortName: string
  readonly typeLabel: string
  readonly facts: readonly Fact[]
  readonly chapters: readonly Chapter[]
  readonly source: string
}

export function guideView(guide: MatterGuide): GuideView {
  return {
    name: guide.name,
    shortName: guide.shortName,
    typeLabel: guide.typeLabel,
    facts: factsOf(guide),
    chapters: chaptersOf(guide).filter(({ lines }) => lines.length > 0),
    source: sourceOf(guide),
  }
}

function factsOf(guide: MatterGuide): readonly Fact[] {
  const facts: Fact[] = [
    { label: '谁可以办', value: guide.subjects.map((subject) => SUBJECT_LABEL[subject]).join('、') },
    { label: '承诺时限', value: limitText(guide.promisedLimit) },
    { label: '法定时限', value: limitText(guide.statutoryLimit) },
    { label: '不计入时限', value: guide.notCounted ?? '' },
    { label: '收费', value: feeText(guide) },
    { label: '办理窗口', value: guide.address },
    { label: '办理时间', value: guide.handleTime ?? '' },
    { label: '咨询电话', value: guide.phone },
    { label: '投诉电话', value: guide.complaintPhone ?? '' },
    { label: '实施部门', value: guide.department },
  ]
  return facts.filter(({ value }) => value !== '')
}

function chaptersOf(guide: MatterGuide): readonly Chapter[] {
  return [
    { title: '办理条件', lines: guide.conditions },
    { title: '办理流程', lines: guide.process },
    { title: '告知承诺', lines: commitmentLines(guide) },
    {
      title: '办理结果',
      lines: guide.results.map(({ docName, validity }) => (validity ? `${docName}（${validity}）` : docName)),
    },
    {
      title: '法律依据',
      lines: guide.legalBasis.map(({ lawName, article, content }) =>
        [`${lawName}${article ?? ''}`, content ?? ''].filter(Boolean).join('：'),
      ),
    },
    { title: '温馨提示', lines: guide.tips },
  ]
}

function limitText({ value, unit, text }: TimeLimit): string {
  const limit = value > 0 ? `${value} ${unit}` : ''
  return [limit, text ?? ''].filter(Boolean).join('，')
}

function feeText({ fee }: MatterGuide): string {
  if (!fee.charged) return '不收费'
  return fee.note ? `收费，${fee.note}` : '收费，标准以窗口为准'
}

function commitmentLines({ commitment }: MatterGuide): readonly string[] {
  if (!commitment.supported) return []
  const lines = ['可以采用告知承诺方式办理']
  if (commitment.scope) lines.push(`适用范围：${commitment.scope}`)
  if (commitment.supplementDays !== undefined) lines.push(`承诺后 ${commitment.supplementDays} 个工作日内补齐材料`)
  if (commitment.consequence) lines.push(`不履行承诺：${commitment.consequence}`)
  return lines
}

function sourceOf(guide: MatterGuide): string {
  const updated = guide.updatedAt === undefined ? '' : `，更新于 ${formatBeijingTime(guide.updatedAt)}`
  return `内容来自市一网通，指南版本 ${guide.guideVersion}${updated}。如有不一致，以窗口为准。`
}

/** What stands between the citizen and filing this matter now, if anything does. */
export interface StartOffer {
  readonly kind: 'start' | 'bind' | 'login' | 'switch' | 'window'
  readonly text: string
  /** Label of the button; '' = there is none. */
  readonly action: string
}

export function startOffer({ account, guide }: MatterPage): StartOffer {
  if (!guide.fileable) {
    const where = [guide.address, guide.phone].filter(Boolean).join('，电话 ')
    return {
      kind: 'window',
      text: `这个事项暂时不能在小程序里申报，请按指南备齐材料后到窗口办理：${where}`,
      action: '',
    }
  }
  const active = account.identities.find(({ subjectType }) => subjectType === account.active)
  if (active === undefined) return { kind: 'bind', text: '申报前需要绑定一网通账号。', action: '绑定账号后办理' }
  if (!guide.subjects.includes(active.subjectType)) {
    const wanted = guide.subjects.map((subject) => SUBJECT_LABEL[subject]).join('或')
    const has = account.identities.some(({ subjectType }) => guide.subjects.includes(subjectType))
    return {
      kind: has ? 'switch' : 'bind',
      text: `这个事项要用${wanted}身份办理，您现在是${SUBJECT_LABEL[active.subjectType]}身份。`,
      action: has ? `切换为${wanted}身份` : `绑定${wanted}账号`,
    }
  }
  if (active.expired) return { kind: 'login', text: '账号登录已过期，请重新登录后办理。', action: '重新登录' }
  return { kind: 'start', text: '', action: '开始办理' }
}
