import { rulesOf } from './rules'
import type { MatterSources } from './sources'
import { duration, EVIDENCE, table } from './words'

const STATUS = { sourced: '核心条文已读', partly: '部分未取得' } as const
const LEVELS = ['sourced_text', 'sourced_secondary', 'knowledge', 'office'] as const

/** One row per matter with its counts. */
export function overviewTable(
  rows: readonly { readonly sources: MatterSources; readonly questions: number }[],
): string[] {
  return [
    ...table(
      [
        '序号',
        '事项',
        '申报表栏目',
        '表格列',
        '表单',
        '材料',
        '其中在线填写',
        '情形问题',
        '校验',
        '人工核对',
        '法定时限',
        '来源状态',
        '待确认',
      ],
      rows.map(({ sources, questions }) => row(sources, questions)),
    ),
    `材料依据（${LEVELS.map((level) => EVIDENCE[level]).join('、')}）合计：${LEVELS.map(
      (level) =>
        rows.flatMap(({ sources }) => sources.matter.materials).filter(({ evidence }) => evidence === level).length,
    ).join('、')} 件。`,
    '',
  ]
}

function row(sources: MatterSources, questions: number): string[] {
  const { matter, forms, guide } = sources
  const fields = forms[0]?.sections.flatMap((section) => section.fields) ?? []
  const { materials, situations } = guide
  return [
    String(matter.number),
    matter.shortName,
    String(fields.length),
    String(fields.flatMap(({ columns }) => columns ?? []).length),
    String(forms.length),
    String(materials.length),
    String(materials.filter(({ form }) => form !== undefined).length),
    String(situations.length),
    String(rulesOf(sources).length),
    String(forms.flatMap(({ notes }) => notes).length),
    duration(matter.timeLimit),
    STATUS[matter.provenance.status],
    String(questions),
  ]
}
