import { NO_CANVAS } from '../../wx-rules/files'
import { type Options, settle } from './outcome'
import { storeTemporaryFile } from './temporary-files'

/** A canvas as WeChat's 2D API has it: the browser's own, with two methods of WeChat's. */
export interface CanvasNode extends HTMLCanvasElement {
  createImage(): HTMLImageElement
  requestAnimationFrame(callback: FrameRequestCallback): number
  cancelAnimationFrame(handle: number): void
}

export function toCanvasNode(element: unknown): CanvasNode | null {
  if (!(element instanceof HTMLCanvasElement)) return null
  return Object.assign(element, {
    createImage: () => new Image(),
    requestAnimationFrame: (callback: FrameRequestCallback) => requestAnimationFrame(callback),
    cancelAnimationFrame: (handle: number) => cancelAnimationFrame(handle),
  })
}

interface ExportOptions extends Options {
  canvas?: HTMLCanvasElement
  x?: number
  y?: number
  width?: number
  height?: number
  destWidth?: number
  destHeight?: number
  fileType?: 'png' | 'jpg'
  quality?: number
}

/** Copies the asked part at the asked size; defaults are the whole canvas at its own pixels. */
function crop(canvas: HTMLCanvasElement, options: ExportOptions): HTMLCanvasElement {
  const { x = 0, y = 0 } = options
  const ratio = canvas.clientWidth > 0 ? canvas.width / canvas.clientWidth : 1
  const width = options.width === undefined ? canvas.width : options.width * ratio
  const height = options.height === undefined ? canvas.height : options.height * ratio
  const target = document.createElement('canvas')
  target.width = options.destWidth ?? width
  target.height = options.destHeight ?? height
  const context = target.getContext('2d')
  context?.drawImage(canvas, x * ratio, y * ratio, width, height, 0, 0, target.width, target.height)
  return target
}

export const canvas = {
  canvasToTempFilePath: (options: ExportOptions): unknown =>
    settle('canvasToTempFilePath', options, async () => {
      const source = options.canvas
      if (!(source instanceof HTMLCanvasElement)) throw new Error(NO_CANVAS)
      const type = options.fileType === 'jpg' ? 'image/jpeg' : 'image/png'
      const blob = await new Promise<Blob | null>((resolve) => {
        crop(source, options).toBlob(resolve, type, options.quality)
      })
      if (!blob) throw new Error('create bitmap failed')
      return { tempFilePath: storeTemporaryFile(blob, options.fileType === 'jpg' ? 'canvas.jpg' : 'canvas.png') }
    }),
  createOffscreenCanvas: (options?: { width?: number; height?: number }): CanvasNode | null => {
    const element = document.createElement('canvas')
    element.width = options?.width ?? 300
    element.height = options?.height ?? 150
    return toCanvasNode(element)
  },
}
