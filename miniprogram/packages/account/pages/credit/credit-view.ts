import { hasDishonestyRecord, type CreditRecords, type CreditReport } from '../../../../shared/domain/credit'
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
}

export interface CreditView {
  readonly name: string
  readonly verdict: string
  readonly tone: string
  /** What it means for filing here. */
  readonly meaning: string
  readonly dates: string
  readonly registration: readonly { readonly label: string; readonly text: string }[]
  readonly groups: readonly RecordGroup[]
  /** The service does not know the enterprise. */
  readonly unknown: boolean
}

const dated = (label: string, date: BeijingDate | undefined): string =>
  date === undefined ? '' : `${label}${formatBeijingDate(date)}`
const labelled = (label: string, text: string | undefined): string => (text === undefined ? '' : `${label}${text}`)
const filled = (lines: readonly string[]): readonly string[] => lines.filter((line) => line !== '')

export function creditView({ askedAt, records }: CreditReport): CreditView {
  const asked = `查询时间：${formatBeijingTime(askedAt)}。`
  if (records === null) {
    return {
      name: '',
      verdict: '信用中国没有查到您的单位',
      tone: 'muted',
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
    tone: isBad ? 'turn' : 'done',
    meaning: isBad
      ? '按规定，有失信记录的单位不能承诺后补材料，也不能选择告知承诺。其他办理不受影响：材料备齐后可以照常提交。'
      : '可以按事项的规定承诺后补材料、选择告知承诺。能不能批准，由办事部门审查决定。',
    dates: `${asked}${records.dataOn === undefined ? '' : `信用中国的数据更新到 ${formatBeijingDate(records.dataOn)}，之后的变化还看不到。`}`,
    registration: registrationOf(records),
    groups: groupsOf(records),
    unknown: false,
  }
}

function registrationOf(records: CreditRecords): CreditView['registration'] {
  const { uscc, legalPerson, type, status, capital, establishedOn, address, scope, registrar } = records
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['统一社会信用代码', uscc],
    ['登记状态', status],
    ['法定代表人或负责人', legalPerson],
    ['主体类型', type],
    ['注册资本', capital],
    ['成立日期', establishedOn === undefined ? undefined : formatBeijingDate(establishedOn)],
    ['住所', address],
    ['登记机关', registrar],
    ['经营范围', scope],
  ]
  return rows.flatMap(([label, text]) => (text === undefined ? [] : [{ label, text }]))
}

function groupsOf({ isDishonest, executions, penalties, abnormalities, trust }: CreditRecords): readonly RecordGroup[] {
  const serious: readonly RecordView[] = isDishonest
    ? [{ title: '严重失信主体', mark: '在名单上', tone: 'turn', lines: [] }]
    : []
  return [
    {
      title: '失信记录',
      meaning: '有这类记录时，不能承诺后补，也不能选择告知承诺。',
      none: '没有查到。',
      records: [
        ...serious,
        ...executions.map(({ courtCaseNo, court, publishedOn, performance }) => ({
          title: `失信被执行人 ${courtCaseNo}`,
          mark: performance ?? '',
          tone: 'turn',
          lines: filled([labelled('执行法院：', court), dated('发布日期：', publishedOn)]),
        })),
      ],
    },
    {
      title: '行政处罚',
      meaning: '只作提示，不影响在这里填写和承诺；审批时以办事部门审查为准。',
      none: '没有查到。',
      records: penalties.map(({ docNo, reason, content, authority, decidedOn, publishedUntil }) => ({
        title: docNo,
        mark: '',
        tone: 'muted',
        lines: filled([
          labelled('事由：', reason),
          labelled('处罚：', content),
          labelled('处罚机关：', authority),
          dated('决定日期：', decidedOn),
          dated('公示到：', publishedUntil),
        ]),
      })),
    },
    {
      title: '经营异常',
      meaning: '只作提示，不影响在这里填写和承诺；审批时以办事部门审查为准。',
      none: '没有查到。',
      records: abnormalities.map(({ reason, authority, listedOn, removedOn }) => ({
        title: reason,
        mark: removedOn === undefined ? '仍在名录' : '已移出',
        tone: removedOn === undefined ? 'turn' : 'done',
        lines: filled([
          labelled('列入机关：', authority),
          dated('列入日期：', listedOn),
          dated('移出日期：', removedOn),
        ]),
      })),
    },
    {
      title: '守信记录',
      meaning: '',
      none: '没有查到。',
      records: trust.map(({ name, authority, year }) => ({
        title: name,
        mark: '',
        tone: 'done',
        lines: filled([labelled('认定部门：', authority), labelled('年度：', year)]),
      })),
    },
  ]
}
