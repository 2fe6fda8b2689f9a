import { Resvg, initWasm } from '@resvg/resvg-wasm'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { BAR_COLOURS, TAB_PICTURES, tabPicture } from '../../miniprogram/platform/bar-colours'
import { svgOf } from './svg'

const { resolve } = createRequire(__filename)

/** WeChat's own size for a tab bar picture, px (app.json, tabBar.list.iconPath). */
const SIDE = 81
/** The icon inside it, px. */
const DRAWN = 63

interface TabIcon {
  /** Path below miniprogram/. */
  readonly file: string
  readonly icon: string
  readonly colour: string
}

const ICON: Readonly<Record<(typeof TAB_PICTURES)[number], string>> = {
  home: 'home',
  matters: 'app',
  cases: 'task',
  account: 'user',
}

/** In the colours of the words beside them, which theme.json names. */
export const TAB_ICONS: readonly TabIcon[] = TAB_PICTURES.flatMap((tab) =>
  [false, true].flatMap((dark) => {
    const { text, chosen } = BAR_COLOURS[dark ? 'dark' : 'light']
    return [
      { file: tabPicture(tab, false, dark), icon: ICON[tab], colour: text },
      { file: tabPicture(tab, true, dark), icon: `${ICON[tab]}-filled`, colour: chosen },
    ]
  }),
)

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
  return [`miniprogram/${file}`, new Resvg(svg).render().asPng()]
}
