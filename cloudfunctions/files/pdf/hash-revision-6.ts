import { createCipheriv, createHash } from 'node:crypto'

/** Copies of what is hashed in each round (ISO 32000-2, algorithm 2.B). */
const COPIES = 64
const FEWEST_ROUNDS = 64
/** The last byte of a round ends them sooner or later; the chance to come this far is nil. */
const MOST_ROUNDS = 2_000

/** The hash of PDF 2.0 of an empty user password with a salt. */
export function hashRevision6(salt: Buffer): Buffer {
  let key = createHash('sha256').update(salt).digest()
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const repeated = Buffer.concat(Array.from({ length: COPIES }, () => key))
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false)
    const mixed = cipher.update(repeated)
    const which = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3
    key = createHash(['sha256', 'sha384', 'sha512'][which] ?? 'sha256')
      .update(mixed)
      .digest()
    if (round >= FEWEST_ROUNDS - 1 && (mixed.at(-1) ?? 0) <= round - 31) break
  }
  return key.subarray(0, 32)
}
