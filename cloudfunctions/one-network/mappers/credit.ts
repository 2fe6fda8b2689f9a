import { day, flag, list, text } from '../read'
import { type Wire } from '../wire'

/** The facts of an enterprise's registration, under the names that the forms' prefill and rules use. */
export const CREDIT_FACTS = [
  'ent_name',
  'uscc',
  /** Code of the forms' list of enterprise types. */
  'ent_type',
  'legal_person',
  'address',
  /** 万元 of renminbi, as a plain number: `500`. */
  'reg_capital',
  /** Beijing day. */
  'est_date',
  'biz_scope',
  /** '1' = 严重失信主体 or 失信被执行人, '0' = neither. */
  'dishonest',
] as const

/** null = the credit service does not say, or says it in a way that is not understood: never a guess. */
export type CreditFacts = Readonly<Record<(typeof CREDIT_FACTS)[number], string | null>>

/** Is there a dishonesty record? Not known is no record. */
export const isDishonest = (facts: Readonly<Record<string, string | null>>): boolean => facts['dishonest'] === '1'

/** What the words of the register mean in the forms' list. A type that fits several rows is told by nobody. */
const ENTERPRISE_TYPES: readonly (readonly [code: string, words: RegExp])[] = [
  ['llc', /有限责任公司/],
  ['jsc', /股份有限公司/],
  ['soe', /国有|国营|全民所有制/],
  ['foreign', /外商|外资|港澳台|台港澳|中外合/],
  ['partnership', /合伙/],
  ['sole', /个人独资企业/],
  ['coop', /集体|合作社/],
  ['individual_biz', /个体工商户/],
  ['institution', /事业单位/],
  ['npo', /民办非企业|社会团体/],
]

function enterpriseType(words: string | undefined): string | null {
  const fitting = ENTERPRISE_TYPES.filter(([, pattern]) => words !== undefined && pattern.test(words))
  return fitting.length === 1 ? (fitting[0]?.[0] ?? null) : null
}

/** How many 万元 one unit is. */
const UNITS: Readonly<Record<string, number>> = { '': 0.0001, 万: 1, 亿: 10_000 }

/** `500.00万人民币`, `1,000万元人民币`, `5000000元` → 万元 with at most two decimals; other currencies give null. */
function capital(words: string | undefined): string | null {
  const found = /^(\d{1,3}(?:,\d{3})+|\d{1,12})(\.\d{1,6})?\s*(万|亿)?元?(?:人民币)?元?(?:整)?$/.exec(
    words?.trim() ?? '',
  )
  if (!found?.[1]) return null
  const amount = Number(found[1].replace(/,/g, '') + (found[2] ?? '')) * (UNITS[found[3] ?? ''] ?? 0)
  return String(Math.round(amount * 100) / 100)
}

/** undefined when the enterprise was not found (contract #10). */
export function toCreditFacts(wire: Wire<'CreditData'>): CreditFacts | undefined {
  if (!flag(wire?.foundFlag)) return undefined
  return {
    ent_name: text(wire?.name) ?? null,
    uscc: text(wire?.uscc) ?? null,
    ent_type: enterpriseType(text(wire?.entType)),
    legal_person: text(wire?.legalPerson) ?? null,
    address: text(wire?.regAddress) ?? null,
    reg_capital: capital(text(wire?.regCapital)),
    est_date: day(wire?.establishDate) ?? null,
    biz_scope: text(wire?.businessScope) ?? null,
    dishonest: flag(wire?.dishonestFlag) || list(wire?.dishonestExecuted).length > 0 ? '1' : '0',
  }
}
