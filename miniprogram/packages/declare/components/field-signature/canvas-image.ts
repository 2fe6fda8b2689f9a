import { sizeOf } from '../../../../platform/files'
import type { PickedFile } from '../../../../platform/media'

type Canvas = WechatMiniprogram.Canvas

export interface SizedCanvas {
  readonly canvas: Canvas
  /** CSS px. */
  readonly width: number
  readonly height: number
}

/** Finds the 2D canvas of a component; null while it is not on the page yet. */
export function findCanvas(
  component: WechatMiniprogram.Component.TrivialInstance,
  selector: string,
): Promise<SizedCanvas | null> {
  return new Promise((resolve) => {
    wx.createSelectorQuery()
      .in(component)
      .select(selector)
      .fields({ node: true, size: true })
      .exec((results: readonly ({ node?: Canvas; width?: number; height?: number } | null)[]) => {
        const [found] = results
        resolve(found?.node ? { canvas: found.node, width: found.width ?? 300, height: found.height ?? 180 } : null)
      })
  })
}

/** Saves what is drawn as a PNG on the phone. Rejects when WeChat cannot write the file. */
export async function saveCanvasAsPng(canvas: Canvas, name: string): Promise<PickedFile> {
  const path = await new Promise<string>((resolve, reject) => {
    wx.canvasToTempFilePath({
      canvas,
      fileType: 'png',
      success: ({ tempFilePath }) => resolve(tempFilePath),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })
  const size = await sizeOf(path)
  if (size < 0) throw new Error('the picture is not there')
  return { path, name, size }
}
