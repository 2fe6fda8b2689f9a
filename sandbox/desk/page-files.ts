import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { svgOf } from '../../scripts/icons/svg'
import { chineseFontFile } from '../chinese-font'
import { deskPageFolder, tokensFile } from '../one-network/paths'
import type { DeskReply } from './reply'
import { tokenSheet } from './token-sheet'

const CSS = 'text/css; charset=utf-8'

const SHEET = /^\/desk\/(base|icons|controls|parts|case|drawer|desk)\.css$/
const FONTS = '/desk/fonts/'
const ICON = /^\/desk\/icons\/([\w-]+)\.svg$/

const reply = (type: string, body: Buffer): DeskReply => ({ status: 200, headers: { 'content-type': type }, body })

async function bundleScript(): Promise<Buffer> {
  const { outputFiles } = await build({
    entryPoints: [join(deskPageFolder, 'desk.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  })
  return Buffer.from(outputFiles[0]?.contents ?? [])
}

let script: Promise<Buffer> | undefined

/** The page colours it by a mask. */
function icon(name: string): DeskReply | undefined {
  try {
    return reply('image/svg+xml', Buffer.from(svgOf(name, '#000')))
  } catch {
    return undefined
  }
}

/** A file of the desk page; undefined when there is none. The script is bundled at its first use. */
export async function pageFile(path: string): Promise<DeskReply | undefined> {
  if (path === '/desk/desk.js') {
    script ??= bundleScript()
    return reply('text/javascript; charset=utf-8', await script)
  }
  if (path === '/desk/tokens.css') return reply(CSS, Buffer.from(tokenSheet(await readFile(tokensFile, 'utf8'))))
  if (path.startsWith(FONTS)) {
    const font = chineseFontFile(path.slice(FONTS.length))
    return font && reply(font.type, await readFile(font.file))
  }
  const [, iconName] = ICON.exec(path) ?? []
  if (iconName !== undefined) return icon(iconName)
  const [, sheet] = SHEET.exec(path) ?? []
  if (sheet !== undefined) return reply(CSS, await readFile(join(deskPageFolder, `${sheet}.css`)))
  if (path === '/desk/') return reply('text/html; charset=utf-8', await readFile(join(deskPageFolder, 'index.html')))
  return undefined
}
