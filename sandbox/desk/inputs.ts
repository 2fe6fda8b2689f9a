import * as v from 'valibot'
import { OFFICE_ACTIONS } from '../one-network/case-life-cycle/actions'
import { FAULT_KINDS } from '../one-network/faults'
import { OfficeRefusal } from '../one-network/office'

/** What the desk page sends. */

const actions = Object.keys(OFFICE_ACTIONS) as (keyof typeof OFFICE_ACTIONS)[]
const kinds = Object.keys(FAULT_KINDS) as (keyof typeof FAULT_KINDS)[]

export const actionInput = v.strictObject({
  action: v.picklist(actions),
  opinion: v.optional(v.pipe(v.string(), v.maxLength(500))),
  materialIds: v.optional(v.array(v.string())),
  reasons: v.optional(v.record(v.string(), v.pipe(v.string(), v.maxLength(1000)))),
  /** Epoch ms. */
  deadline: v.optional(v.number()),
})

export const statusInput = v.strictObject({
  code: v.string(),
  name: v.optional(v.pipe(v.string(), v.maxLength(50))),
})

export const eventInput = v.strictObject({
  eventType: v.string(),
  summary: v.optional(v.pipe(v.string(), v.maxLength(200))),
})

export const faultInput = v.strictObject({
  match: v.strictObject({ functionNo: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(35))) }),
  kind: v.picklist(kinds),
  status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599))),
  delayMs: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(600_000))),
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  forMs: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(86_400_000))),
})

/** Throws OfficeRefusal when the body is not JSON of that shape. */
export function parseInput<Schema extends v.GenericSchema>(schema: Schema, body: Buffer): v.InferOutput<Schema> {
  try {
    return v.parse(schema, JSON.parse(body.toString('utf8')))
  } catch (error) {
    throw new OfficeRefusal(`请求不正确：${error instanceof Error ? error.message : ''}`)
  }
}
