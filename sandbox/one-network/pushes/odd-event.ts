import type { FaultKind } from '../faults'

/** Members of an event that callback.yaml does not require. */
const OPTIONAL: readonly string[] = ['summary', 'deadline']

/** The event as a fault has it: with a member more, or its optional members null or missing. */
export function odd(kind: FaultKind | undefined, body: string): string {
  const event = JSON.parse(body) as Readonly<Record<string, unknown>>
  switch (kind) {
    case 'extra-fields':
      return JSON.stringify({ ...event, fieldOfTomorrow: '平台新增的字段' })
    case 'null-fields':
      return JSON.stringify({ ...event, ...Object.fromEntries(OPTIONAL.map((name) => [name, null])) })
    case 'missing-fields':
      return JSON.stringify(Object.fromEntries(Object.entries(event).filter(([name]) => !OPTIONAL.includes(name))))
    default:
      return body
  }
}
