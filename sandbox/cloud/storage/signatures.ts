import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Signs what an address allows (verb and path) until when. The secret lives as long as the process. */
export class Signatures {
  private readonly secret = randomBytes(32)

  constructor(private readonly now: () => number = Date.now) {}

  /** Epoch seconds, `seconds` from now. */
  expiry(seconds: number): number {
    return Math.floor(this.now() / 1000) + seconds
  }

  sign(verb: 'get' | 'put', path: string, expires: number): string {
    return createHmac('sha256', this.secret).update(`${verb}\n${expires}\n${path}`).digest('hex')
  }

  /** False for a wrong, changed or expired signature. */
  verify(verb: 'get' | 'put', path: string, expires: number, signature: string): boolean {
    if (!Number.isInteger(expires) || expires * 1000 < this.now()) return false
    const expected = Buffer.from(this.sign(verb, path, expires))
    const given = Buffer.from(signature)
    return given.length === expected.length && timingSafeEqual(given, expected)
  }
}
