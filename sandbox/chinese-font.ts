import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

/**
 * A Chinese web font for machines that have none (a bare Linux), from an npm package, never from a CDN. Its style sheets
 * are cut by Unicode range, so that a browser fetches only the parts that a page's characters need.
 */
const FOLDER = dirname(createRequire(__filename).resolve('@fontsource/noto-sans-sc/package.json'))

/** Folder of `400.css`, `700.css` and `files/*.woff2`. */
export const CHINESE_FONT_FOLDER = FOLDER

/** The file of a path below the fonts' address (`400.css`, `files/….woff2`); undefined for anything else. */
export function chineseFontFile(path: string): { readonly file: string; readonly type: string } | undefined {
  const name = basename(path)
  if (/^\d{3}\.css$/.test(path)) return { file: join(FOLDER, name), type: 'text/css; charset=utf-8' }
  if (/^files\/[\w-]+\.woff2$/.test(path)) return { file: join(FOLDER, 'files', name), type: 'font/woff2' }
  return undefined
}
