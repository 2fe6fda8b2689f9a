import { createRequire } from 'node:module'
import { dirname } from 'node:path'

/** The fonts that a PDF is printed with, where npm put them. */
export const PRINT_FONTS = dirname(createRequire(__filename).resolve('@expo-google-fonts/noto-sans-sc/package.json'))
