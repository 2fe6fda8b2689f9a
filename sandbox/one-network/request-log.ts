/** One request as the desk shows it: no bodies, no names, no numbers of people. */
export interface RequestLine {
  readonly at: number
  readonly functionNo: number
  readonly operationId: string
  readonly status: number
  /** Business code; '' for an answer of the gateway or none at all. */
  readonly code: string
  readonly ms: number
  readonly fault: string
}

const KEPT = 200

/** The most recent requests, newest first. */
export class RequestLog {
  private lines: RequestLine[] = []
  private count = 0

  add(line: RequestLine): void {
    this.count += 1
    this.lines = [line, ...this.lines].slice(0, KEPT)
  }

  recent(): readonly RequestLine[] {
    return this.lines
  }

  total(): number {
    return this.count
  }
}
