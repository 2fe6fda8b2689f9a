import type { MatterPage } from '../../../../services/matters'
import { SUBJECT_LABEL } from '../../../../shared/domain/account'
import { type Commitment, COMMITMENT_LABEL, commitmentText } from '../../../../shared/domain/commitment'
import {
  SOURCE_LABEL,
  SOURCE_MEANING,
  sourceAt,
  sourceText,
  type FactSource,
  type GuideSources,
  type SourceLevel,
} from '../../../../shared/domain/guide-source'
import { feeText, lawText, limitLabel, limitText, resultText } from '../../../../shared/domain/guide-text'
import { windowOf, type Material, type MatterGuide, type OfficeWindow } from '../../../../shared/domain/matter'
import { formatBeijingTime } from '../../../../shared/domain/time'
import type { Word } from '../../../../shared/domain/words'

/** A fact with what it stands on; '' = the note at the end says it for all of these. */
export interface FactView {
  readonly label: string
  readonly value: string
  readonly source: string
}

export interface Chapter {
  readonly title: string
  readonly lines: readonly { readonly text: string; readonly source: string }[]
  /** When all lines have the same source, it is said once. */
  readonly source: string
}

/** What decides at a glance: how long, how much, what for. */
export interface Highlight {
  readonly label: string
  readonly value: string
  readonly note: string
}

/** The guide in the order in which people need it; chapters that the provider left empty are not shown. */
export interface GuideView {
  readonly shortName: string
  /** Full name, kind and who may apply, in one line. */
  readonly about: string
  readonly fileable: boolean
  readonly highlights: readonly Highlight[]
  readonly facts: readonly FactView[]
  readonly chapters: readonly Chapter[]
  /** Of the field's words those that stand with the limits, and with the materials. */
  readonly limitWords: readonly Word[]
  readonly materialWords: readonly Word[]
  /** When and where papers are handed in; '' = none are. */
  readonly papers: string
  readonly office: OfficeWindow
  /** What the words of the sources mean, of those that are used here. */
  readonly legend: readonly { readonly label: string; readonly meaning: string }[]
  readonly source: string
}

export function guideView({
  guide,
  sources,
  commitments,
  materials,
}: Pick<MatterPage, 'guide' | 'sources' | 'commitments' | 'materials'>): GuideView {
  return {
    shortName: guide.shortName,
    about: aboutOf(guide),
    fileable: guide.fileable,
    highlights: highlightsOf(guide, sources),
    facts: factsOf(guide, sources),
    limitWords: limitWords(guide, sources),
    materialWords: materialWords(materials.ok ? materials.value : [], commitments),
    papers: papersText(guide, materials.ok ? materials.value : null),
    office: windowOf(guide),
    chapters: chaptersOf(guide, sources, commitments).filter(({ lines }) => lines.length > 0),
    legend: legendOf(sources),
    source: sourceOf(guide),
  }
}

const subjectsOf = (guide: MatterGuide): string => guide.subjects.map((subject) => SUBJECT_LABEL[subject]).join('、')

function aboutOf(guide: MatterGuide): string {
  const name = guide.name === guide.shortName ? '' : guide.name
  return [name, guide.typeLabel, `${subjectsOf(guide)}办理`].filter(Boolean).join(' · ')
}

/** A limit as a number alone, e.g. 5 个工作日; else its words. */
const shortLimit = ({ value, unit, text }: MatterGuide['promisedLimit']): string =>
  value > 0 ? `${value} ${unit}` : (text ?? '')

/** As shortLimit, without the unit where the one above has the same: 20 个 */
const briefLimit = (limit: MatterGuide['promisedLimit'], unit: string): string =>
  limit.value > 0 && limit.unit === unit ? `${limit.value} ${unit.slice(0, 1)}` : shortLimit(limit)

function highlightsOf(guide: MatterGuide, sources: GuideSources): readonly Highlight[] {
  const [result] = guide.results
  const statutory = briefLimit(guide.statutoryLimit, guide.promisedLimit.unit)
  const highlights: Highlight[] = [
    {
      label: '多久办好',
      value: shortLimit(guide.promisedLimit),
      note: statutory === '' ? '' : `${limitLabel(sources.statutoryLimit).replace('时限', '')} ${statutory}`,
    },
    { label: '收费', value: guide.fee.charged ? '收费' : '不收费', note: guide.fee.charged ? '标准见下面' : '' },
    { label: '到现场', value: visitsText(guide.visits), note: '' },
    { label: '证照有效', value: result?.validity ?? '', note: '' },
  ]
  // A long text is told below with its source; three fit beside each other.
  return highlights.filter(({ value }) => value !== '' && value.length <= LONGEST_HIGHLIGHT).slice(0, 3)
}

/** Characters that a third of a small phone holds in two lines. */
const LONGEST_HIGHLIGHT = 10

function factsOf(guide: MatterGuide, sources: GuideSources): readonly FactView[] {
  const plain = (label: string, value: string): FactView => ({ label, value, source: '' })
  const sourced = (label: string, value: string, source: FactSource): FactView => ({
    label,
    value,
    source: sourceText(source),
  })
  const facts: FactView[] = [
    plain('谁可以办', subjectsOf(guide)),
    sourced('承诺时限', limitText(guide.promisedLimit), sources.promisedLimit),
    sourced(limitLabel(sources.statutoryLimit), limitText(guide.statutoryLimit), sources.statutoryLimit),
    ...sources.situationLimits.map((limit) =>
      sourced(`${limit.when}时`, `${limitLabel(limit.source)} ${limitText(limit)}`, limit.source),
    ),
    sourced('不计入时限', guide.notCounted ?? '', sources.notCounted),
    sourced('收费', feeText(guide), sources.fee),
    plain('到现场次数', visitsText(guide.visits)),
    plain('办件类型', guide.caseType ?? ''),
    plain('实施部门', guide.department),
    plain('实施编码', guide.listCode ?? ''),
  ]
  return facts.filter(({ value }) => value !== '')
}

function limitWords({ promisedLimit, statutoryLimit }: MatterGuide, sources: GuideSources): readonly Word[] {
  return [
    ...(limitText(promisedLimit) === '' ? [] : (['承诺时限'] as const)),
    ...(limitText(statutoryLimit) === '' ? [] : [limitLabel(sources.statutoryLimit)]),
  ]
}

function materialWords(materials: readonly Material[], commitments: readonly Commitment[]): readonly Word[] {
  return [
    ...(materials.some(({ shareable }) => shareable) ? (['能核验就免交'] as const) : []),
    ...commitments.map(({ kind }) => COMMITMENT_LABEL[kind]),
  ]
}

function visitsText(visits: number | undefined): string {
  if (visits === undefined) return ''
  return visits === 0 ? '不用到现场' : `最多 ${visits} 次`
}

/** Of the originals: which, when and where. '' = the list asks for none. @param materials null = not known now */
function papersText(guide: MatterGuide, materials: readonly Material[] | null): string {
  const onPaper = (materials ?? []).filter(({ kind, paperCopies }) => kind !== 'form' && (paperCopies ?? 0) > 0)
  if (onPaper.length === 0) return ''
  const where = [guide.address, guide.phone && `电话 ${guide.phone}`].filter(Boolean).join('，')
  return `网上先传照片或扫描件。上面写着“纸质”份数的 ${onPaper.length} 项，窗口通知交件或叫您到场时，再把纸质件和要核对的原件交到办理窗口${where && `（${where}）`}。要不要交、什么时候交，以窗口通知为准。`
}

function chaptersOf(guide: MatterGuide, sources: GuideSources, commitments: readonly Commitment[]): readonly Chapter[] {
  return [
    chapter('办理条件', guide.conditions, sources.conditions),
    chapter('办理流程', guide.process, []),
    chapter('容缺和承诺', commitments.map(commitmentLine), []),
    chapter('办理结果', guide.results.map(resultText), sources.results),
    chapter('法律依据', guide.legalBasis.map(lawText), sources.legalBasis),
    chapter('温馨提示', guide.tips, sources.tips),
  ]
}

/** @param sources of the lines, in their order; empty = all from the provider, which the end of the page says */
function chapter(title: string, texts: readonly string[], sources: readonly FactSource[]): Chapter {
  const notes = texts.map((_, i) => (sources.length === 0 ? '' : sourceText(sourceAt(sources, i))))
  const [first = ''] = notes
  const isSame = notes.length > 1 && notes.every((note) => note === first)
  return {
    title,
    lines: texts.map((text, i) => ({ text, source: isSame ? '' : (notes[i] ?? '') })),
    source: isSame && first !== '' ? `以上内容：${first}` : '',
  }
}

function legendOf(sources: GuideSources): GuideView['legend'] {
  const { conditions, tips, legalBasis, results, materials, situationLimits, ...single } = sources
  const used = [
    ...[conditions, tips, legalBasis, results, Object.values(materials)].flat(),
    ...situationLimits.map(({ source }) => source),
    ...Object.values(single),
  ].map(({ level }) => level)
  return (Object.keys(SOURCE_MEANING) as SourceLevel[])
    .filter((level) => used.includes(level))
    .map((level) => ({ label: SOURCE_LABEL[level], meaning: SOURCE_MEANING[level] }))
}

const commitmentLine = (commitment: Commitment): string =>
  `${COMMITMENT_LABEL[commitment.kind]}：${commitmentText(commitment)}`

function sourceOf(guide: MatterGuide): string {
  const updated = guide.updatedAt === undefined ? '' : `，更新于 ${formatBeijingTime(guide.updatedAt)}`
  return `内容来自市一网通，指南版本 ${guide.guideVersion}${updated}。如有不一致，以窗口为准。`
}

/** What stands between the citizen and filing this matter now, if anything does. */
export interface StartOffer {
  readonly kind: 'start' | 'continue' | 'bind' | 'login' | 'switch' | 'window'
  readonly text: string
  /** Label of the button; '' = there is none. */
  readonly action: string
}

export function startOffer({ account, guide, drafts }: MatterPage): StartOffer {
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
  const open = drafts.filter(({ state }) => state === 'draft').length
  if (open > 0) return { kind: 'continue', text: '', action: open === 1 ? '继续填写' : '继续最近的草稿' }
  return { kind: 'start', text: '', action: '开始办理' }
}
