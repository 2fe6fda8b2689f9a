import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { chineseFontFile } from '../chinese-font'
import { deskPageFolder } from '../one-network/paths'
import type { DeskReply } from './reply'

const STATIC: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  '/desk/': { file: 'index.html', type: 'text/html; charset=utf-8' },
  '/desk/desk.css': { file: 'desk.css', type: 'text/css; charset=utf-8' },
}

const FONTS = '/desk/fonts/'

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

/** A file of the desk page; undefined when there is none. The script is bundled at its first use. */
export async function pageFile(path: string): Promise<DeskReply | undefined> {
  if (path === '/desk/desk.js') {
    script ??= bundleScript()
    return { status: 200, headers: { 'content-type': 'text/javascript; charset=utf-8' }, body: await script }
  }
  if (path.startsWith(FONTS)) {
    const font = chineseFontFile(path.slice(FONTS.length))
    return font && { status: 200, headers: { 'content-type': font.type }, body: await readFile(font.file) }
  }
  const known = STATIC[path]
  if (known === undefined) return undefined
  return {
    status: 200,
    headers: { 'content-type': known.type },
    body: await readFile(join(deskPageFolder, known.file)),
  }
}
