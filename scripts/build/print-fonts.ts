import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import decompress from 'woff2-encoder/decompress'
import { FONT_FILES } from '../../cloudfunctions/print/fonts'
import { ROOT } from './paths'

export const PRINT_FONT_PACKAGE = join(ROOT, 'node_modules', '@expo-google-fonts', 'noto-sans-sc')
/** The fonts' licence (OFL 1.1) asks to travel with them. */
const FILES = [...Object.values(FONT_FILES), 'LICENSE_FONT']

/** Puts the fonts that forms are printed with into `<functionDir>/fonts`. */
export async function copyPrintFonts(functionDir: string): Promise<void> {
  for (const file of FILES) {
    const target = join(functionDir, 'fonts', file)
    await mkdir(dirname(target), { recursive: true })
    await copyFile(join(PRINT_FONT_PACKAGE, file), target)
  }
}

const RARE = join(ROOT, 'node_modules', 'hanamin')

export interface RareFontFile {
  /** As cloudfunctions/print/rare-fonts.ts asks for it. */
  readonly name: string
  /** WOFF2, which pdfkit can read but not embed. */
  readonly path: string
}

/** HanaMin's files of the extensions B to F, by the first character that its style sheet says of each. */
export async function rareFontFiles(): Promise<readonly RareFontFile[]> {
  const css = await readFile(join(RARE, 'HanaMin.css'), 'utf8')
  const faces = /url\((HanaMinB\.CJK-Unified-Ideographs-Extension-[B-F][^)]*)\)[^}]*unicode-range: U\+([0-9a-f]+)/g
  return [...css.matchAll(faces)].map(([, file = '', first = '']) => ({ name: `${first}.ttf`, path: join(RARE, file) }))
}

/** The bytes as print takes them. Some 0.1 s each. */
export async function rareFontBytes({ path }: RareFontFile): Promise<Buffer> {
  return Buffer.from(await decompress(await readFile(path)))
}

/** Puts them into a folder, to be uploaded to cloud storage as `print-fonts/` (docs/deployment.md). Resolves with their number. */
export async function writeRareFonts(target: string): Promise<number> {
  const files = await rareFontFiles()
  await mkdir(target, { recursive: true })
  for (const file of files) await writeFile(join(target, file.name), await rareFontBytes(file))
  return files.length
}
