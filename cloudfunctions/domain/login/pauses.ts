const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** Wrong tries of the last day count; older ones are forgotten. */
export const COUNTED_MS = 24 * HOUR

/** A try that was not answered by then counts as a wrong one: its function was killed, and the provider may have counted it. */
export const OPEN_MS = 60 * SECOND

/** How many may be under way, or wrong, before the first pause of an hour: the provider locks at five (contract #17). */
export const TRIES_BEFORE_AN_HOUR = 3

/**
 * How long the next try has to wait after the first, the second, … wrong one of a day; the last number goes on.
 * Who never was in the account: three tries are enough for a slip and for the other password; the hour that follows keeps any
 * hour at three; then the pauses grow, because the provider's count does not go down by itself.
 */
export const STRANGER_PAUSES_MS: readonly number[] = [0, 30 * SECOND, HOUR, 4 * HOUR, 12 * HOUR]

/** Who has been in the account: it is most likely her own. The provider's lock (30 minutes) is what is spared here. */
export const OWN_PAUSES_MS: readonly number[] = [0, 0, MINUTE, 10 * MINUTE, 30 * MINUTE]

/** Whoever waits behind somebody else's unanswered try asks again this often, and so long at most. */
export const ASK_AGAIN_MS = 250
export const WAIT_MS = 5 * SECOND
