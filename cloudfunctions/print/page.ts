/** Sizes in points; A4 in portrait is 595 × 842. */
export const MARGIN = { side: 48, top: 46, bottom: 52 } as const
export const PAD = { x: 5, y: 4 } as const

export const INK = '#1a1a1a'
export const INK_SECOND = '#555555'
export const RULE = '#8a8a8a'
export const SHADE = '#f1f4f8'
/** So light that the text across it stays readable. */
export const WATERMARK_OPACITY = 0.07

/** Height of a line for a size of type. */
export const leading = (size: number): number => size * 1.5
