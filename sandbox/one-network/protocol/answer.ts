/** What goes back over HTTP. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  /** Business code, for the list of recent requests; absent for answers of the gateway. */
  readonly code?: string
}

export function jsonAnswer(value: object, code?: string): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: Buffer.from(JSON.stringify(value)),
    code,
  }
}

/** Gateways answer with HTML, an envelope or nothing (contract chapter 2); ours takes HTML, the nastiest to parse. */
export function gatewayAnswer(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
    body: Buffer.from(`<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`),
  }
}
