import { copyFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { FONT_FILES } from '../../cloudfunctions/print/fonts'
import { ROOT } from './paths'

const SOURCE = join(ROOT, 'node_modules', '@expo-google-fonts', 'noto-sans-sc')
/** The fonts' licence (OFL 1.1) asks to travel with them. */
const FILES = [...Object.values(FONT_FILES), 'LICENSE_FONT']

/** Puts the fonts that forms are printed with into `<functionDir>/fonts`. */
export async function copyPrintFonts(functionDir: string): Promise<void> {
  for (const file of FILES) {
    const target = join(functionDir, 'fonts', file)
    await mkdir(dirname(target), { recursive: true })
    await copyFile(join(SOURCE, file), target)
  }
}
