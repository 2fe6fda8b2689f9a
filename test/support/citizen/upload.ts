import type { Page } from 'playwright-core'
import { chooseFiles, eventually, pageData, shown } from '../browser'
import { type PickedFile, png } from './files'
import { touch } from './touch'

interface ShownMaterial {
  readonly anchor: string
  readonly name: string
  readonly necessity: string
  readonly enough: boolean
}

const shownMaterials = async (page: Page): Promise<readonly ShownMaterial[]> =>
  (await pageData(page))['materials'] as readonly ShownMaterial[]

/** Puts photos under every material until each has what it needs at least. Returns how many arrived. */
export async function uploadEverything(page: Page): Promise<number> {
  const arrived = (): Promise<number> => shown(page).getByText('已送达', { exact: true }).count()
  await eventually(async () => (await pageData(page))['ready'], Boolean)
  let uploaded = 0
  for (;;) {
    const before = await arrived()
    const index = (await shownMaterials(page)).findIndex((m) => !m.enough)
    const material = (await shownMaterials(page))[index]
    if (!material) return uploaded
    const box = shown(page).locator(`#${material.anchor}`)
    const album = box.locator('[aria-label$="从相册选"]')
    await chooseFiles(page, () => touch(album), [png(`${index + 1}-${uploaded + 1}`)])
    uploaded += 1
    await eventually(arrived, (count) => count > before, 20_000)
  }
}

/** Picks files for a material at once, without waiting for them. */
export async function pickFor(
  page: Page,
  material: string,
  files: readonly PickedFile[],
  from: '从相册选' | '从聊天文件选' = '从聊天文件选',
): Promise<void> {
  const button = shown(page).locator(`[aria-label="${material}，${from}"]`)
  await chooseFiles(page, () => touch(button), [...files])
}

/** Waits until each of these files of a material is said to have arrived. */
export async function arrived(page: Page, material: string, files: readonly PickedFile[]): Promise<void> {
  const box = shown(page).locator(`[role="group"][aria-label^="${material}，"]`)
  for (const { name } of files) {
    await eventually(
      () => box.locator('.file', { hasText: name }).allInnerTexts(),
      (rows) => rows.length === 1 && rows.every((row) => row.includes('已送达')),
      20_000,
    )
  }
}
