/** A tap is raised on touchend; the browser's click follows within this time, in ms. */
const CLICK_FOLLOWS_MS = 60

/**
 * Resolves when the click that belongs to the current tap is past: what a tap opens must not take that click for its
 * own and close again.
 */
export function tapIsOver(): Promise<void> {
  return new Promise((done) => setTimeout(done, CLICK_FOLLOWS_MS))
}
