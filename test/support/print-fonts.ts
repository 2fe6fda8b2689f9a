import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { type FetchRareFont } from '../../cloudfunctions/print/rare-fonts'
import { rareFontBytes, rareFontFiles } from '../../scripts/build/print-fonts'

/** The fonts that a PDF is printed with, where npm put them. */
export const PRINT_FONTS = dirname(createRequire(__filename).resolve('@expo-google-fonts/noto-sans-sc/package.json'))

/** The fonts of rare characters, as cloud storage would give them. */
export const rareFont: FetchRareFont = async (name) => {
  const file = (await rareFontFiles()).find((one) => one.name === name)
  return file && rareFontBytes(file)
}
