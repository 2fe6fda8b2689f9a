import { drag, type Point, touch } from '../touch'
import type { Filler } from './filler'

const STROKE = Array.from({ length: 20 }, (_, step) => (step + 1) / 20)

/** Writes a short signature on the pad with a finger, and waits until it is kept. Any value will do. */
export const sign: Filler = async (page, box) => {
  await touch(box.locator('[role="button"]', { hasText: '点这里手写签名' }))
  const canvas = page.locator('canvas:visible').first()
  const done = page.locator('[role="button"]:visible', { hasText: '签好了' })
  // Only looks: the sheet has come to rest.
  await done.tap({ trial: true })
  const area = await canvas.boundingBox()
  if (!area) throw new Error('the signature pad is not shown')
  const at = (part: number): Point => ({
    x: area.x + area.width * (0.2 + 0.6 * part),
    y: area.y + area.height * (0.3 + 0.4 * Math.abs(Math.sin(part * 9))),
  })
  await drag(page, [at(0), ...STROKE.map(at)])
  await done.tap()
  await box.getByText('已签名').first().waitFor()
}
