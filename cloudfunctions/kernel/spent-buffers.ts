import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Bytes that may lie about, moved and not collected yet. A collection of young objects takes about 1 ms. */
const MOST_SPENT = 2 * 1024 * 1024

type Collect = (how: { readonly type: 'minor' }) => void

let collect: Collect | undefined
let spent = 0

/** Node has no other door to its collector; a context that is made while the flag is set has it as a global. */
function collector(): Collect {
  setFlagsFromString('--expose-gc')
  const found = runInNewContext('gc') as Collect
  setFlagsFromString('--no-expose-gc')
  return found
}

/**
 * To be told of each chunk of a file on its way. Every chunk is a buffer outside of V8's heap, so V8 sees no need to hurry:
 * left alone, 20 to 30 MB of them lie dead in memory while 10 MiB go in and out, and how many is chance.
 * @param bytes of the chunk
 */
export function passedOn(bytes: number): void {
  spent += bytes
  if (spent < MOST_SPENT) return
  spent = 0
  collect ??= collector()
  collect({ type: 'minor' })
}
