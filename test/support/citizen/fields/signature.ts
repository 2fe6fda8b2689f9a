import { centre, drag, type Point, touch } from '../touch'
import type { Filler } from './filler'

const STROKE = Array.from({ length: 20 }, (_, step) => (step + 1) / 20)

/** Writes a short signature on the pad with a finger, and waits until it is kept. Any value will do. */
export const sign: Filler = async (page, box) => {
  await touch(box.locator('[role="button"]', { hasText: '点这里手写签名' }))
  const canvas = box.locator('canvas').first()
  await centre(canvas)
  const area = await canvas.boundingBox()
  if (!area) throw new Error('the signature pad is not shown')
  const at = (part: number): Point => ({
    x: area.x + area.width * (0.2 + 0.6 * part),
    y: area.y + area.height * (0.3 + 0.4 * Math.abs(Math.sin(part * 9))),
  })
  await drag(page, [at(0), ...STROKE.map(at)])
  await touch(box.locator('[role="button"]', { hasText: '完成签名' }))
  await box.getByText('已签名').first().waitFor()
}
