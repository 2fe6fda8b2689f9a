import { config } from './config'
import { type Sealer } from './sealing'

/**
 * Which members of a collection's rows lie sealed, by path (`list[].member`: of each item), and who seals them. `here`: the
 * table does, and its users have them in clear. Else the domain does (kernel/sealed.ts), under this name, or under the one
 * that another member of the same item holds; the table then only sees to it that today's key is used.
 */
export type SealedMembers = Readonly<Record<string, 'here' | { readonly as: string } | { readonly asIts: string }>>

/**
 * How what was sealed here is stored: a text of a citizen that only looks sealed is none. Rows of earlier releases hold the
 * text itself.
 */
interface Envelope {
  readonly sealed: string
}

/** Stands in for what does not open (its key was lost, or the row was tampered with): the rest of the row still counts. */
const UNREADABLE = '（内容无法读取）'

/** One sealed member of one row. */
interface Member {
  /** Where it lies, with the numbers of items: `forms.0.answers`. */
  readonly path: string
  /** What its sealed text is bound to. */
  readonly place: string
  readonly isHere: boolean
}

interface StaleMember {
  readonly path: string
  readonly was: string | Envelope
  readonly now: string | Envelope
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isEnvelope = (value: unknown): value is Envelope => isRecord(value) && typeof value['sealed'] === 'string'

type Change = (value: unknown, path: readonly string[], item: Readonly<Record<string, unknown>>) => unknown

/** A copy of `value` in which what lies at `steps` is changed; what is not there stays so. */
function changedAt(value: unknown, steps: readonly string[], change: Change, path: readonly string[] = []): unknown {
  const [step = '', ...rest] = steps
  if (!isRecord(value) || !(step in value)) return value
  const [at, inner] = [[...path, step], value[step]]
  if (rest[0] !== '[]') {
    const next = rest.length === 0 ? change(inner, at, value) : changedAt(inner, rest, change, at)
    return { ...value, [step]: next }
  }
  if (!Array.isArray(inner)) return value
  const below = rest.slice(1)
  const items = inner.map((item: unknown, n) => {
    const itemAt = [...at, String(n)]
    return below.length === 0 ? change(item, itemAt, value) : changedAt(item, below, change, itemAt)
  })
  return { ...value, [step]: items }
}

/** A copy of the row in which every sealed member that it has is changed. */
function withMembers<Row extends object>(
  id: unknown,
  row: Row,
  members: SealedMembers,
  change: (value: unknown, member: Member) => unknown,
): Row {
  const changed = Object.entries(members).reduce<unknown>((result, [pattern, sealing]) => {
    const steps = pattern.split(/\.|(?=\[\])/)
    return changedAt(result, steps, (value, at, item) => {
      if (typeof id !== 'string') throw new Error('sealed members are written by the id of their row only')
      const path = at.join('.')
      if (sealing === 'here') return change(value, { path, place: `${id}/${path}`, isHere: true })
      const what = 'as' in sealing ? sealing.as : String(item[sealing.asIts])
      return change(value, { path, place: `${id}/${what}`, isHere: false })
    })
  }, row)
  return changed as Row
}

/** The member as it is written today. Throws when it does not open. */
function asToday(value: unknown, { place, isHere }: Member, sealer: Sealer): unknown {
  const text = isEnvelope(value) ? value.sealed : value
  if (typeof text !== 'string' || text === '') return value
  const isSealed = isEnvelope(value) || !isHere
  if (isSealed && sealer.isCurrent(text)) return value
  const content = isSealed ? sealer.open(text, place) : text
  if (!isHere) return sealer.seal(content, place)
  return sealer.sealsNames ? ({ sealed: sealer.seal(content, place) } satisfies Envelope) : content
}

/** Fields of a row as they are written: sealed with today's key. What does not open any more is left as it is. */
export const sealMembers = <Fields extends object>(id: unknown, fields: Fields, members: SealedMembers): Fields =>
  withMembers(id, fields, members, (value, member) => {
    try {
      return asToday(value, member, config().sealer)
    } catch (error) {
      if (member.isHere) throw error
      return value
    }
  })

/** A stored row as its users know it: what is sealed here is in clear. */
export const openMembers = <Row extends object>(id: string, row: Row, members: SealedMembers): Row =>
  withMembers(id, row, members, (value, { place, isHere }) => {
    if (!isHere || !isEnvelope(value)) return value
    try {
      return config().sealer.open(value.sealed, place)
    } catch {
      return UNREADABLE
    }
  })

/** Those members of a stored row that are not sealed as today's are, and how many there are that do not open. */
export function staleMembers(
  id: string,
  row: object,
  members: SealedMembers,
): { readonly stale: readonly StaleMember[]; readonly unreadable: number } {
  const stale: StaleMember[] = []
  let unreadable = 0
  withMembers(id, row, members, (value, member) => {
    try {
      const now = asToday(value, member, config().sealer)
      // Both are what asToday takes and gives.
      if (now !== value) stale.push({ path: member.path, was: value, now } as StaleMember)
    } catch {
      unreadable += 1
    }
    return value
  })
  return { stale, unreadable }
}
