/** Stands for a time that does not come, ms since the epoch: the last moment that a Date can tell, after all that is compared with it. */
export const NEVER = 8_640_000_000_000_000
