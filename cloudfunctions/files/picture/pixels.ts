import { refuse } from '../refuse'

/** The largest phone cameras make 200 million pixels, an A0 sheet scanned at 300 dpi has 140. */
const MOST_PIXELS = 250_000_000

/** Throws FILE_REFUSED for a picture that no computer of a window opens. */
export function requireDrawable(width: number, height: number): void {
  if (width * height <= MOST_PIXELS) return
  throw refuse(`图片有 ${width} × ${height} 像素，太大了，窗口打不开，请缩小后另存，再上传`)
}
