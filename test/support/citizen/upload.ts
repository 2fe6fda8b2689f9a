import type { Locator, Page } from 'playwright-core'
import { chooseFiles, eventually, pageData, shown } from '../browser'
import { type PickedFile, png } from './files'
import { touch } from './touch'

interface ShownMaterial {
  readonly anchor: string
  readonly name: string
  readonly enough: boolean
}

const shownMaterials = async (page: Page): Promise<readonly ShownMaterial[]> =>
  (await pageData(page))['materials'] as readonly ShownMaterial[]

/** Opens 添加 of the material in the box, and waits for its ways. */
export async function openWays(box: Locator): Promise<void> {
  await touch(box.locator('.add'))
  await box.locator('.way').last().waitFor()
}

/** Picks files for the material in the box, by one of its ways. */
export async function addTo(
  page: Page,
  box: Locator,
  way: 'camera' | 'album' | 'chat',
  files: readonly PickedFile[],
): Promise<void> {
  await openWays(box)
  await chooseFiles(page, () => box.locator(`.way_${way}`).tap(), [...files])
}

/** The tile of a file. */
export const tileOf = (box: Locator, fileName: string): Locator => box.locator(`[aria-label^="${fileName}，"]`)

/** Opens the sheet of a file by its tile, and does one of the things in it. */
export async function doWith(
  box: Locator,
  fileName: string,
  act: 'preview' | 'retry' | 'cancel' | 'remove',
): Promise<void> {
  await touch(tileOf(box, fileName))
  await box.locator(`.act_${act}`).tap()
}

/** Tiles of files that are said to have arrived. */
export const arrivedTiles = (box: Page | Locator): Locator => box.locator('.tile_done')

/** Puts photos under every material until each has what it needs at least. Returns how many arrived. */
export async function uploadEverything(page: Page): Promise<number> {
  const arrived = (): Promise<number> => arrivedTiles(shown(page)).count()
  await eventually(async () => (await pageData(page))['ready'], Boolean)
  let uploaded = 0
  for (;;) {
    const before = await arrived()
    const index = (await shownMaterials(page)).findIndex((m) => !m.enough)
    const material = (await shownMaterials(page))[index]
    if (!material) return uploaded
    await addTo(page, shown(page).locator(`#${material.anchor}`), 'album', [png(`${index + 1}-${uploaded + 1}`)])
    uploaded += 1
    await eventually(arrived, (count) => count > before, 20_000)
  }
}

/** The card of a material on the page. */
export const boxNamed = (page: Page, material: string): Locator =>
  shown(page).locator('.material-box', { has: page.locator(`[role="group"][aria-label^="${material}，"]`) })

/** Picks files for a material at once, without waiting for them. */
export async function pickFor(
  page: Page,
  material: string,
  files: readonly PickedFile[],
  way: 'album' | 'chat' = 'chat',
): Promise<void> {
  await addTo(page, boxNamed(page, material), way, files)
}

/** Waits until each of these files of a material is said to have arrived. */
export async function arrived(page: Page, material: string, files: readonly PickedFile[]): Promise<void> {
  for (const { name } of files) {
    await eventually(
      () => boxNamed(page, material).locator(`[aria-label="${name}，已送达"]`).count(),
      (tiles) => tiles === 1,
      20_000,
    )
  }
}
