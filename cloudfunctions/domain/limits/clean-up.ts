import { removeOldAllowances } from '../../stores/allowances'

/** Forgets windows that are over. */
export const cleanUpAllowances = async (): Promise<Readonly<Record<string, number>>> => ({
  allowancesRemoved: await removeOldAllowances(Date.now()),
})
