import { type Job } from '../../kernel/define-timer'
import { writeActDown } from './acts'

/** A job that removes things, with what it has removed written down: how many of what, by its own counts. */
export const written =
  (job: Job): Job =>
  async (budget) => {
    const counts = await job(budget)
    const removed = Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
    if (Object.keys(removed).length > 0) await writeActDown('clean-up', { plain: removed, outcome: 'removed' }, budget)
    return counts
  }
