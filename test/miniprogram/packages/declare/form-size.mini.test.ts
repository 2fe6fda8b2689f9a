import type { Declaration } from '../../../../miniprogram/shared/domain/declaration'
import {
  type Answers,
  type Field,
  type FormContext,
  type FormSchema,
  hasRows,
  kindOf,
  type TableRow,
} from '../../../../miniprogram/shared/form'
import { MATTER_FIXTURES } from '../../../shared/fixtures/matters'
import { startGateway, type Gateway } from '../../../support/gateway'
import { phone } from '../../../support/phone'
import type { Screen } from '../../../support/screen'
import { openPage, plugIn, unplug } from '../../../support/simulate'
import { AS_PERSON, FORM } from '../../fixtures'
import { declaration } from './declaration-fixture'
import { untilOpen } from './form-page'

/** Limits of the form page: WeChat scores a page by its nodes and by what one setData carries. */
const KEY_BYTES = 1024
const OPEN_BYTES = 64 * 1024
const OPEN_NODES = 400
/** Rows of a table without a limit of its own (fields/table.ts). */
const DEFAULT_ROWS = 50
/** The limits are promised up to here. One table takes more: 500 drivers of road-passenger are 76 KB at once. */
const MOST_ROWS = 300
/** Those with the most fields, columns and rows; each of the others was measured once and is smaller. */
const LARGEST = ['nurse-registration', 'road-freight', 'night-construction', 'private-school', 'road-passenger']

let gateway: Gateway
beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => plugIn({ gateway: gateway.url }))
afterEach(unplug)

/** Every table has the most rows that it takes. */
function withFullTables(schema: FormSchema, answers: Answers): Answers {
  const tables = schema.sections.flatMap(({ fields }) => fields.filter(hasRows))
  const filled = tables.flatMap(({ id, constraints }) => {
    const rows = answers[id]
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
  return { ...answers, ...Object.fromEntries(filled) }
}

function declarationOf(schema: FormSchema, { form, ...facts }: FormContext): Declaration {
  const answers = withFullTables(schema, form)
  const { situation, account, credit, param, today } = facts
  return {
    ...declaration(),
    today,
    facts: { situation, account, credit, param, materialKeys: {} },
    forms: [{ materialId: FORM.materialId, schema, answers, origins: {}, offers: {} }],
    materials: [FORM],
  }
}

const bytesOf = (data: object): number => Buffer.byteLength(JSON.stringify(data))
const nodesOf = (page: Screen): number => page.node.dom?.querySelectorAll('*').length ?? 0

/** Opens the form and counts what every setData of the page carries. */
async function openCounted(schema: FormSchema, context: FormContext) {
  const sizes: number[] = []
  gateway.handlers = {
    'declaration.save': ({ baseVersion }) => ({ version: baseVersion + 1, savedAt: '2026-11-02T12:05:00+08:00' }),
    'declaration.open': () => {
      const page = phone.pages.at(-1) as { setData: (data: object, done?: () => void) => void }
      const { setData } = page
      page.setData = (data, done) => {
        sizes.push(bytesOf(data))
        setData.call(page, data, done)
      }
      return { account: AS_PERSON, declaration: declarationOf(schema, context) }
    },
  }
  const page = await openPage('packages/declare/pages/form/form', { draftId: 'draft-1' })
  await untilOpen(page)
  await page.rest()
  return { page, sizes }
}

/** What the field components tell the page for one more key in each field that takes text. */
async function typeEverywhere(page: Screen, sizes: number[]): Promise<number> {
  let largest = 0
  const shown = page.node.data['fields'] as readonly { field: Field; value: unknown }[]
  for (const { field, value } of shown) {
    const kind = kindOf(field.type)
    if (kind.shape(field).kind !== 'text' || kind.control(field).typed !== true) continue
    sizes.length = 0
    await page.call('onFieldChange', {
      detail: { fieldId: field.id, value: `${typeof value === 'string' ? value : ''}甲` },
    })
    largest = Math.max(largest, ...sizes)
  }
  return largest
}

const MATTERS = MATTER_FIXTURES.filter(({ slug }) => LARGEST.includes(slug))

test.each(MATTERS.map((fixture) => [fixture.slug, fixture] as const))(
  '%s, maximal, all tables full: every step opens and takes keys within the limits',
  async (slug, { schema, maximal }) => {
    const { page, sizes } = await openCounted(schema, maximal)
    const rows: { step: number; openBytes: number; nodes: number; keyBytes: number }[] = []
    const steps = schema.sections.length
    for (let step = 0; step < steps; step += 1) {
      if (step > 0) {
        sizes.length = 0
        await page.call('onStepPick', { currentTarget: { dataset: { index: step } } })
        await page.rest()
      }
      const openBytes = sizes.reduce((sum, size) => sum + size, 0)
      const nodes = nodesOf(page)
      rows.push({ step: step + 1, openBytes, nodes, keyBytes: await typeEverywhere(page, sizes) })
    }
    process.stdout.write(`${slug}: ${JSON.stringify(rows)}\n`)
    expect(rows.filter(({ openBytes }) => openBytes > OPEN_BYTES)).toEqual([])
    expect(rows.filter(({ nodes }) => nodes > OPEN_NODES)).toEqual([])
    expect(rows.filter(({ keyBytes }) => keyBytes > KEY_BYTES)).toEqual([])
  },
)
