import { workingDays } from '../cloudfunctions/calendar/working-days'
import {
  type FormContext,
  type FormSchema,
  normalizePatch,
  type TableRow,
  validateForm,
  hasRows,
} from '../miniprogram/shared/form'
import { MATTER_FIXTURES } from '../test/shared/fixtures/matters'
import { median, type Figure } from './measure'

/** Rows of a table without a limit of its own (fields/table.ts). */
const DEFAULT_ROWS = 50
/** The limit is promised up to here; a longer table (500 drivers of road-passenger) is measured with this many. */
const MOST_ROWS = 300
const ROUNDS = 200
const LIMIT_MS = 5
/** Both sides tidy what is saved, the whole form at most. */
const TIDYING_LIMIT_MS = 1

/** Each table filled to the most rows that it takes, by repeating those of the fixture. */
function withManyRows(schema: FormSchema, context: FormContext): FormContext {
  const tables = schema.sections.flatMap(({ fields }) => fields).filter(hasRows)
  const filled = tables.flatMap(({ id, constraints }) => {
    const rows = context.form[id]
    if (!Array.isArray(rows) || rows.length === 0) return []
    return [
      [
        id,
        Array.from(
          { length: Math.min(constraints?.maxRows ?? DEFAULT_ROWS, MOST_ROWS) },
          (_, n) => rows[n % rows.length] as TableRow,
        ),
      ] as const,
    ]
  })
  return { ...context, form: { ...context.form, ...Object.fromEntries(filled) } }
}

/** Median of rounds after some that warm up. */
function timed(name: string, limit: number, work: () => void): { figure: Figure; middle: number } {
  const times: number[] = []
  const cpu: number[] = []
  for (let round = -20; round < ROUNDS; round += 1) {
    const started = performance.now()
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    if (round < 0) continue
    times.push(performance.now() - started)
    cpu.push((user + system) / 1000)
  }
  const middle = median(times)
  const p95 = [...times].sort((a, b) => a - b)[Math.floor(ROUNDS * 0.95)] ?? 0
  const measured = `median ${middle.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms, of the processor ${median(cpu).toFixed(2)} ms`
  return { figure: { name, promise: `≤ ${limit} ms (median)`, measured, holds: middle <= limit }, middle }
}

/** How long judging and tidying a whole form takes, with maximal answers; judging also with all tables full. */
export function formValidation(): Promise<Figure[]> {
  const figures = MATTER_FIXTURES.flatMap(({ slug, schema, maximal }) => {
    const full = withManyRows(schema, maximal)
    const validate = (context: FormContext) => () => validateForm(schema, context, workingDays)
    return [
      { slug, kind: 'maximal', ...timed(`validating ${slug}, maximal`, LIMIT_MS, validate(maximal)) } as const,
      { slug, kind: 'full', ...timed(`validating ${slug}, all tables full`, LIMIT_MS, validate(full)) } as const,
      {
        slug,
        kind: 'tidying',
        ...timed(`tidying ${slug}, maximal`, TIDYING_LIMIT_MS, () => normalizePatch(schema, maximal.form)),
      } as const,
    ]
  })
  return Promise.resolve([...figures.map(({ figure }) => figure), worst('maximal', figures), worst('full', figures)])
}

interface Timed {
  readonly slug: string
  readonly kind: 'maximal' | 'full' | 'tidying'
  readonly middle: number
}

/** The matter that takes longest speaks for all. */
function worst(kind: 'maximal' | 'full', all: readonly Timed[]): Figure {
  const own = all.filter((one) => one.kind === kind)
  const slowest = own.reduce((a, b) => (b.middle > a.middle ? b : a))
  const values = { median: slowest.middle.toFixed(2), slug: slowest.slug, matters: String(own.length) }
  return {
    name: `validating, ${kind}: the slowest of ${own.length} matters`,
    promise: `≤ ${LIMIT_MS} ms (median)`,
    measured: `median ${values.median} ms (${slowest.slug})`,
    holds: slowest.middle <= LIMIT_MS,
    record: { id: kind === 'full' ? 'judging-full' : 'judging', values },
  }
}
