import { turnWheels } from '../wheels'
import type { Filler } from './filler'

/** Province, city and district, as `天津市 天津市 滨海新区`. */
export const pickRegion: Filler = (page, box, _field, value) =>
  turnWheels(page, box.locator('taro-picker-core'), (value as string).split(' '))
