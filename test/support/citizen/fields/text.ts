import { centre } from '../touch'
import type { Filler } from './filler'

/** Text and numbers: typed key by key over what stands there. */
export const typeText: Filler = async (_page, box, _field, value) => {
  const input = box.locator('input, textarea').first()
  await centre(input)
  await input.tap()
  await input.fill('')
  await input.pressSequentially(`${value as string | number}`)
  await input.blur()
}
