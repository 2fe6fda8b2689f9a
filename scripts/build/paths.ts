import { join } from 'node:path'

/** The checkout's root folder; every script speaks of paths below it. */
export const ROOT = join(__dirname, '..', '..')

export const MINIPROGRAM = join(ROOT, 'miniprogram')
export const DEPLOY = join(ROOT, 'deploy')
export const DIST = join(ROOT, 'dist')
export const DIST_FUNCTIONS = join(DIST, 'cloudfunctions')
export const DIST_PRINT_FONTS = join(DIST, 'print-fonts')
