import type { Rule } from '../../miniprogram/shared/form/schema'
import { MATTERS_FOLDER, type MatterFolder, readMatters, readSharedFile, SHARED } from '../matters/folders'
import { type OfficeRow } from '../matters-doc/sources'
import { readsParameter } from '../matters/parameters'
import { type JsonObject, objectsIn } from './json-path'

/** One thing that an officer of a department is asked to confirm or correct. */
export interface OfficeLine {
  /** Where it stands, `road-freight/form.json#rules.c1`: how an answer finds its way back. */
  readonly key: string
  readonly group: '会拦住申请人的' | '数字' | '其他'
  readonly topic: string
  readonly text: string
  /** The value, severity or text that may be changed, as it is now. */
  readonly now: string
}

/** What one department is asked about one matter; matter '' = what concerns several. */
export interface OfficeSheet {
  readonly department: string
  readonly matter: string
  readonly number: number
  readonly lines: readonly OfficeLine[]
}

/** What an officer can say of a rule. */
export const SEVERITY_WORDS = { error: '拦截', warning: '提醒', info: '提示' } as const

const ORDER: readonly OfficeLine['group'][] = ['会拦住申请人的', '数字', '其他']
const byGroup = (lines: readonly OfficeLine[]): readonly OfficeLine[] =>
  ORDER.flatMap((group) => lines.filter((line) => line.group === group))

interface Parameter extends JsonObject {
  readonly name: string
  readonly value: unknown
  readonly unit: string
  readonly status: string
  readonly question: string
}

type Asked = OfficeRow & JsonObject

const isOpen = ({ status }: { readonly status: string }): boolean => status !== 'confirmed'

/** Every sheet, in the order of the tender; what several matters share comes last. @param root folder of the matters */
export function officeSheets(root = MATTERS_FOLDER): readonly OfficeSheet[] {
  const parameters = readSharedFile<readonly Parameter[]>(root, 'parameters.json').filter(isOpen)
  const questions = readSharedFile<readonly Asked[]>(root, 'questions.json')
  const matters = readMatters(root)
  const own = matters.map((folder) => ({
    department: folder.matter.field.replaceAll('/', '、'),
    matter: folder.matter.shortName,
    number: folder.matter.number,
    lines: byGroup([
      ...ruleLines(folder),
      ...parameters.filter(({ name }) => readBy(folder, name)).map(parameterLine),
      ...questionLines(questions, folder.slug),
      ...factLines(folder),
    ]),
  }))
  const shared = parameters.filter(({ name }) => !matters.some((folder) => readBy(folder, name)))
  const common = byGroup([...shared.map(parameterLine), ...questionLines(questions, null)])
  return [...own, { department: '各部门', matter: '', number: 0, lines: common }]
}

const readBy = ({ forms }: MatterFolder, name: string): boolean =>
  readsParameter(Object.values(forms).map((form) => form.rules))(name)

/** Every rule that blocks, also on a law's own text, which may have changed; of the others those that are not certain. */
const ruleLines = ({ slug, forms }: MatterFolder): OfficeLine[] =>
  Object.entries(forms).flatMap(([name, { rules }]) =>
    rules.flatMap((rule): OfficeLine[] => {
      if (rule.outcome.kind !== 'problem' || rule.evidence === 'office' || rule.evidence === 'completeness') return []
      const { severity } = rule.outcome
      if (severity !== 'error' && rule.evidence === 'sourced_text') return []
      return [
        {
          key: `${slug}/${name}.json#rules.${rule.id}`,
          group: severity === 'error' ? '会拦住申请人的' : '其他',
          topic: '校验',
          text: `${rule.message}${basisOf(rule)}`,
          now: SEVERITY_WORDS[severity],
        },
      ]
    }),
  )

const basisOf = ({ basis }: Rule): string => (basis === undefined ? '' : `（依据：${basis}，此后有没有修订？）`)

const parameterLine = ({ name, question, value }: Parameter): OfficeLine => ({
  key: `${SHARED}/parameters.json#${name}`,
  group: '数字',
  topic: '数值',
  text: question,
  now: typeof value === 'string' ? value : JSON.stringify(value),
})

const questionLines = (rows: readonly Asked[], slug: string | null): OfficeLine[] =>
  rows.flatMap((row, at) =>
    row.matter === slug && isOpen(row)
      ? [
          {
            key: `${SHARED}/questions.json#${at}`,
            group: '其他' as const,
            topic: '问题',
            text: row.question,
            now: typeof row['answer'] === 'string' ? row['answer'] : '',
          },
        ]
      : [],
  )

const TOPICS: Readonly<Record<string, string>> = {
  authority: '受理机关',
  applicants: '申请人',
  conditions: '许可条件',
  timeLimit: '办理时限',
  legalBasis: '法律依据',
  fee: '收费',
  results: '办理结果',
  materials: '材料',
  tips: '提醒',
}

/** The facts of a matter that stand on a reprint or on usual practice. */
const factLines = ({ slug, matter }: MatterFolder): OfficeLine[] =>
  objectsIn(matter, ({ evidence }) => evidence === 'knowledge' || evidence === 'sourced_secondary').map(
    ([path, fact]) => {
      const { own, value } = wordsOf(fact)
      const isNumber = typeof fact['value'] === 'number'
      return {
        key: `${slug}/matter.json#${path}`,
        group: isNumber ? ('数字' as const) : ('其他' as const),
        topic: TOPICS[path.split('.')[0] ?? ''] ?? '事项',
        text: own,
        now: value,
      }
    },
  )

/** What an officer reads of a fact, and which part of it may be changed. */
function wordsOf(fact: JsonObject): { readonly own: string; readonly value: string } {
  const said = (name: string): string => (typeof fact[name] === 'string' ? fact[name] : '')
  const basis = said('basis') === '' ? '' : `（依据：${said('basis')}）`
  const text = said('text') || said('name') || [said('law'), said('article'), said('content')].filter(Boolean).join(' ')
  const value = typeof fact['value'] === 'number' ? String(fact['value']) : said('text')
  return { own: `${text || value}${basis}`, value }
}
