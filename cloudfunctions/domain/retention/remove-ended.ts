import { allOf, type Job } from '../../kernel/define-timer'
import { type EndingName, ENDINGS } from '../../stores/retention'
import { REMOVALS } from './removals'

const endings = Object.keys(REMOVALS) as readonly EndingName[]

/** Removes whatever has come to its end, by the periods of stores/retention.ts; counts say how much of what. */
export const removeEnded: Job = allOf(
  ...endings.map((name): Job => {
    return async (budget) => {
      const now = Date.now()
      return { [name]: await REMOVALS[name]({ before: now - ENDINGS[name].afterMs, now }, budget) }
    }
  }),
)
