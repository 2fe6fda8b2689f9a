/** Bits of a pixel's one value → the values of a pixel, by colour type (PNG, W3C 2003, table 11.1). */
const VALUES: ReadonlyMap<number, { readonly values: number; readonly depths: readonly number[] }> = new Map([
  [0, { values: 1, depths: [1, 2, 4, 8, 16] }],
  [2, { values: 3, depths: [8, 16] }],
  [3, { values: 1, depths: [1, 2, 4, 8] }],
  [4, { values: 2, depths: [8, 16] }],
  [6, { values: 4, depths: [8, 16] }],
])

/** The seven passes of an interlaced picture: first column and row, and how far to the next (8.2). */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** How many bytes a picture's rows have unpacked, each with its filter's byte; undefined for a header that means nothing. */
export function rowBytes(header: Buffer): number | undefined {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const [depth, colour, method, filter, interlaced] = header.subarray(8)
  const kind = VALUES.get(colour ?? -1)
  if (!kind || !kind.depths.includes(depth ?? 0) || method !== 0 || filter !== 0 || (interlaced ?? 2) > 1)
    return undefined
  if (width === 0 || height === 0) return undefined
  const bits = kind.values * (depth ?? 0)
  const rows = (columns: number, count: number): number =>
    columns > 0 ? count * (1 + Math.ceil((columns * bits) / 8)) : 0
  if (interlaced === 0) return rows(width, height)
  const every = (size: number, first: number, step: number): number => Math.max(0, Math.ceil((size - first) / step))
  return PASSES.reduce((sum, [x, y, dx, dy]) => sum + rows(every(width, x, dx), every(height, y, dy)), 0)
}
