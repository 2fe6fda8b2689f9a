import { canaries } from './canaries'
import { events } from './events'
import { fuzzing } from './fuzz'
import { afterSubmit } from './after-submit'
import { kills } from './kills'
import { outage } from './outage'
import { ownership } from './ownership'
import { sameKey } from './same-key'
import type { Part } from './part'
import { submits } from './submits'

/** All that `npm run torture` does, in this order. */
export const PARTS: readonly Part[] = [
  submits,
  afterSubmit,
  sameKey,
  kills,
  events,
  ownership,
  fuzzing,
  canaries,
  outage,
]
