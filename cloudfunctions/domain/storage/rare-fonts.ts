import { readFile } from 'node:fs/promises'
import { config } from '../../kernel/config'
import { type CallBudget } from '../../kernel/context'
import { describeError, log } from '../../kernel/log'
import { type FetchRareFont } from '../../print/rare-fonts'
import { withStoredFile } from './stored-file'

/** The largest of them has half of it. */
const MOST_BYTES = 1024 * 1024

/**
 * Fonts of rare characters, from cloud storage: 32 MB that few forms need, so no function carries them. A file that cannot
 * be had is logged, and the paper shows the codes of its characters.
 */
export const rareFonts =
  (budget: CallBudget): FetchRareFont =>
  async (file) => {
    try {
      return await withStoredFile(`${config().printFonts}/${file}`, MOST_BYTES, budget, ({ path }) => readFile(path))
    } catch (error) {
      log({ requestId: budget.requestId, event: 'rare-font', file, error: describeError(error) })
      return undefined
    }
  }
