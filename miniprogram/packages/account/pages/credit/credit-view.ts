import type { IconName } from '../../../../components/svg-icon/icon-names'
import { hasDishonestyRecord, type CreditRecords, type CreditReport } from '../../../../shared/domain/credit'
import { type Fact, factsFrom } from '../../../../shared/domain/fact'
import { formatBeijingDate, formatBeijingTime, type BeijingDate } from '../../../../shared/domain/time'

export interface RecordView {
  readonly title: string
  /** In words: 已移出, 仍在名录; '' = none. */
  readonly mark: string
  readonly tone: string
  readonly lines: readonly string[]
}

export interface RecordGroup {
  readonly title: string
  /** What such records mean for filing here. */
  readonly meaning: string
  /** What is said when there is none. */
  readonly none: string
  readonly records: readonly RecordView[]
  /** How many, for the folded row; '' = none. */
  readonly count: string
  /** It weighs on filing here: it lies open. */
  readonly first: boolean
}

export interface CreditView {
  readonly name: string
  readonly verdict: string
  readonly icon: IconName
  /** See .icon-square. */
  readonly tone: string
  /** What it means for filing here. */
  readonly meaning: string
  readonly dates: string
  readonly registration: readonly Fact[]
  readonly groups: readonly RecordGroup[]
  /** The service does not know the enterprise. */
  readonly unknown: boolean
}

const day = (date: BeijingDate | undefined): string | undefined => date && formatBeijingDate(date)

export function creditView({ askedAt, records }: CreditReport): CreditView {
  const asked = `查询时间：${formatBeijingTime(askedAt)}。`
  if (records === null) {
    return {
      name: '',
      verdict: '信用中国没有查到您的企业',
      icon: 'info-circle',
      tone: 'calm',
      meaning: '可能是刚登记，数据还没有更新。不影响填写、提交和承诺后补；需要核对的，请以营业执照和信用中国为准。',
      dates: asked,
      registration: [],
      groups: [],
      unknown: true,
    }
  }
  const isBad = hasDishonestyRecord(records)
  return {
    name: records.name ?? '',
    verdict: isBad ? '有失信记录' : '没有查到失信记录',
    icon: isBad ? 'error-circle-filled' : 'check-circle-filled',
    tone: isBad ? 'danger' : 'done',
    meaning: isBad
      ? '按规定，有失信记录的单位不能承诺后补材料，也不能选择告知承诺。其他办理不受影响：材料备齐后可以照常提交。'
      : '可以按事项的规定承诺后补材料、选择告知承诺。能不能批准，由办事部门审查决定。',
    dates: `${asked}${records.dataOn === undefined ? '' : `信用中国的数据更新到 ${formatBeijingDate(records.dataOn)}，之后的变化还看不到。`}`,
    registration: registrationOf(records),
    groups: groupsOf(records),
    unknown: false,
  }
}

function registrationOf(records: CreditRecords): readonly Fact[] {
  const { uscc, legalPerson, type, status, capital, establishedOn, address, scope, registrar } = records
  return factsFrom({
    统一社会信用代码: uscc,
    登记状态: status,
    法定代表人或负责人: legalPerson,
    主体类型: type,
    注册资本: capital,
    成立日期: day(establishedOn),
    住所: address,
    登记机关: registrar,
    经营范围: scope,
  })
}

const record = (title: string, tone: string, said: Parameters<typeof factsFrom>[0], mark = ''): RecordView => ({
  title,
  mark,
  tone,
  lines: factsFrom(said).map(({ label, text }) => `${label}：${text}`),
})

const group = (title: string, meaning: string, records: readonly RecordView[], first = false): RecordGroup => ({
  title,
  meaning,
  none: '没有查到。',
  records,
  count: records.length === 0 ? '没有查到' : `${records.length} 条`,
  first,
})

const ONLY_TOLD = '只作提示，不影响在这里填写和承诺；审批时以办事部门审查为准。'

function groupsOf({ isDishonest, executions, penalties, abnormalities, trust }: CreditRecords): readonly RecordGroup[] {
  const serious = isDishonest ? [record('严重失信主体', 'danger', {}, '在名单上')] : []
  const executed = executions.map(({ courtCaseNo, court, publishedOn, performance }) =>
    record(`失信被执行人 ${courtCaseNo}`, 'danger', { 执行法院: court, 发布日期: day(publishedOn) }, performance),
  )
  const punished = penalties.map(({ docNo, reason, content, authority, decidedOn, publishedUntil }) =>
    record(docNo, 'muted', {
      事由: reason,
      处罚: content,
      处罚机关: authority,
      决定日期: day(decidedOn),
      公示到: day(publishedUntil),
    }),
  )
  const listed = abnormalities.map(({ reason, authority, listedOn, removedOn }) => {
    const said = { 列入机关: authority, 列入日期: day(listedOn), 移出日期: day(removedOn) }
    return removedOn === undefined ? record(reason, 'muted', said, '仍在名录') : record(reason, 'done', said, '已移出')
  })
  const trusted = trust.map(({ name, authority, year }) => record(name, 'done', { 认定部门: authority, 年度: year }))
  return [
    group('失信记录', '有这类记录时，不能承诺后补，也不能选择告知承诺。', [...serious, ...executed], true),
    group('行政处罚', ONLY_TOLD, punished),
    group('经营异常', ONLY_TOLD, listed),
    group('守信记录', '', trusted),
  ]
}
