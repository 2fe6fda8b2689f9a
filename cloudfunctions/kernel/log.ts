import { redact } from './redaction'

export interface LogLine {
  readonly requestId: string
  readonly event: string
  readonly [key: string]: string | number | boolean | undefined
}

/** Writes one JSON line. Texts are redacted; bodies and inputs are never passed here. */
export function log(line: LogLine): void {
  const clean = Object.fromEntries(
    Object.entries(line).map(([key, value]) => [key, typeof value === 'string' ? redact(value) : value]),
  )
  process.stdout.write(`${JSON.stringify(clean)}\n`)
}

/** An error as developers may read it in a log: name, message, first frames; redacted by `log`. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : 'non-error thrown'
  const frames = (error.stack ?? '').split('\n').slice(1, 4).join(' <- ').replace(/\s+/g, ' ')
  const cause = error.cause instanceof Error ? ` (cause: ${error.cause.message})` : ''
  return `${error.name}: ${error.message}${cause} ${frames}`
}
