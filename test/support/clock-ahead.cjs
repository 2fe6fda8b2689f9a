'use strict'
/**
 * Loaded before a function's own code (NODE_OPTIONS): its clock is ahead by CLOCK_AHEAD_MS, as if so much time had passed. Timers
 * run as usual.
 */
const ahead = Number(process.env.CLOCK_AHEAD_MS)
const Present = Date

globalThis.Date = class Date extends Present {
  constructor(...parts) {
    if (parts.length === 0) super(Present.now() + ahead)
    else super(...parts)
  }

  static now() {
    return Present.now() + ahead
  }
}
