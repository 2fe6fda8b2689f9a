import type { MapPosition } from '../shared/domain/matter'

/** Shows a place on WeChat's map, from where the citizen can be led there. @param position GCJ-02 degrees */
export async function showPlace(position: MapPosition, name: string, address: string): Promise<void> {
  await wx.openLocation({ ...position, name, address, scale: 17 })
}
