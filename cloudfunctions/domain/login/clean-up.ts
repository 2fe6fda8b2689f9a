import { removeOldKnownLogins } from '../../stores/known-logins'
import { removeOldLoginTries } from '../../stores/login-tries'
import { COUNTED_MS } from './pauses'

/** Who has not logged in for a year is a stranger again. */
const KNOWN_MS = 365 * 24 * 3600 * 1000

/** Forgets the tries that do not count any more, and who has long not been here. */
export async function cleanUpLogins(): Promise<Readonly<Record<string, number>>> {
  const now = Date.now()
  return {
    loginTriesRemoved: await removeOldLoginTries(now - COUNTED_MS),
    knownLoginsRemoved: await removeOldKnownLogins(now - KNOWN_MS),
  }
}
