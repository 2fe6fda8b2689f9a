import { readSetting, writeSetting } from './storage'

/** So long a phone may lie about before what must not fall to whoever picks it up asks who is there. The office's parameter. */
export const IDLE_MS = 30 * 60_000
/** Within so long nothing new is written down. */
const NOTED_EVERY_MS = 60_000

const activeAt = (): number | undefined => readSetting('active.at')

/** Nobody has used the app for IDLE_MS, and nobody has shown since who she is. false on a phone that never was used. */
export function isIdle(now = Date.now()): boolean {
  const at = activeAt()
  return at !== undefined && now - at > IDLE_MS
}

/** Somebody uses the app. Whoever comes after a long pause is not taken for the one before it. */
export function noteActivity(now = Date.now()): void {
  const at = activeAt()
  if (at !== undefined && (isIdle(now) || now - at < NOTED_EVERY_MS)) return
  writeSetting('active.at', now)
}

/** It was shown who is there. */
export function endIdle(now = Date.now()): void {
  writeSetting('active.at', now)
}
