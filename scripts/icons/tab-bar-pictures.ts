import { Resvg, initWasm } from '@resvg/resvg-wasm'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { svgOf } from './svg'

const { resolve } = createRequire(__filename)

/** WeChat's own size for a tab bar picture, px (app.json, tabBar.list.iconPath). */
const SIDE = 81
/** The icon inside it, px. */
const DRAWN = 63

interface TabIcon {
  /** File name below miniprogram/images. */
  readonly file: string
  readonly icon: string
  readonly colour: string
}

/** As in app.json's tabBar, which must name the same colours for the words: --color-text-second and --color-primary. */
const CALM = '#4c5769'
const CHOSEN = '#0a56c2'

export const TAB_ICONS: readonly TabIcon[] = (
  [
    ['home', 'home'],
    ['matters', 'app'],
    ['cases', 'task'],
    ['account', 'user'],
  ] as const
).flatMap(([tab, icon]) => [
  { file: `tab-${tab}`, icon, colour: CALM },
  { file: `tab-${tab}-on`, icon: `${icon}-filled`, colour: CHOSEN },
])

let ready: Promise<void> | undefined

/** WebAssembly: the same pixels on every machine, so that they can be compared with what is committed. */
async function startRenderer(): Promise<void> {
  await initWasm(await readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')))
}

/** [path below the checkout, PNG] of one picture. */
export async function tabBarPicture({ file, icon, colour }: TabIcon): Promise<readonly [string, Uint8Array]> {
  await (ready ??= startRenderer())
  const margin = (SIDE - DRAWN) / 2
  const drawing = svgOf(icon, colour, DRAWN).replace('<svg ', `<svg x="${margin}" y="${margin}" `)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}">${drawing}</svg>`
  return [`miniprogram/images/${file}.png`, new Resvg(svg).render().asPng()]
}
