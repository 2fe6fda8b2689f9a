import { areaList } from '@vant/area-data'

/**
 * `<picker mode="region">`: Taro has no such mode, so it runs as a three-column selector over the area list
 * (@vant/area-data: codes of GB/T 2260, names in Chinese).
 */
interface Area {
  code: string
  name: string
}

interface RegionElement extends HTMLElement {
  mode: string
  range: string[][]
  value: number[]
  regionColumns?: Area[][]
}

const toAreas = (list: Record<string, string>): Area[] => Object.entries(list).map(([code, name]) => ({ code, name }))
const provinces = toAreas(areaList.province_list)
const cities = toAreas(areaList.city_list)
const counties = toAreas(areaList.county_list)

function columnsFor(province: number, city: number): Area[][] {
  const ofProvince = cities.filter(({ code }) => code.slice(0, 2) === provinces[province]?.code.slice(0, 2))
  const ofCity = counties.filter(({ code }) => code.slice(0, 4) === ofProvince[city]?.code.slice(0, 4))
  return [provinces, ofProvince, ofCity]
}

function showColumns(element: RegionElement, indexes: [number, number, number]): void {
  const columns = columnsFor(indexes[0], indexes[1])
  element.regionColumns = columns
  element.mode = 'multiSelector'
  element.range = columns.map((column) => column.map(({ name }) => name))
  element.value = indexes
}

function isRegion(element: HTMLElement): element is RegionElement {
  return element.dataset.region === 'true'
}

/** Turns a Taro picker into a region picker. */
export function makeRegionPicker(element: HTMLElement): void {
  element.dataset.region = 'true'
  element.addEventListener('columnchange', (event) => {
    if (!(event instanceof CustomEvent) || !isRegion(element)) return
    const { column, value } = event.detail as { column: number; value: number }
    const current = element.value
    if (column === 0) showColumns(element, [value, 0, 0])
    if (column === 1) showColumns(element, [current[0] ?? 0, value, 0])
    if (column === 2) element.value = [current[0] ?? 0, current[1] ?? 0, value]
  })
  showColumns(element as RegionElement, [0, 0, 0])
}

/** Sets the chosen names, for example `['天津市', '天津市', '滨海新区']`; unknown names choose the first row. */
export function setRegionValue(element: HTMLElement, names: unknown): boolean {
  if (!isRegion(element)) return false
  const [province, city, county] = Array.isArray(names) ? (names as string[]) : []
  const first = Math.max(
    provinces.findIndex(({ name }) => name === province),
    0,
  )
  const second = Math.max(columnsFor(first, 0)[1]?.findIndex(({ name }) => name === city) ?? 0, 0)
  const third = Math.max(columnsFor(first, second)[2]?.findIndex(({ name }) => name === county) ?? 0, 0)
  showColumns(element, [first, second, third])
  return true
}

/** The detail that WeChat gives: a region's change carries names, codes and postcode; other events stay as they are. */
export function pickerDetail(element: HTMLElement, type: string, detail: unknown): unknown {
  if (type !== 'change' || !isRegion(element)) return detail
  const indexes = (detail as { value: number[] }).value
  const chosen = (element.regionColumns ?? []).map((column, index) => column[indexes[index] ?? 0])
  const areas = chosen.filter((area): area is Area => area !== undefined)
  return { value: areas.map(({ name }) => name), code: areas.map(({ code }) => code), postcode: '' }
}
