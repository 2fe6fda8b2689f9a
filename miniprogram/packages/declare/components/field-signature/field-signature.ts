import { visits } from '../../../../behaviors/visit'
import type { PickedFile } from '../../../../platform/media'
import { fieldBase } from '../field-base/field-base'
import { findCanvas, saveCanvasAsPng, type SizedCanvas } from './canvas-image'
import { SignaturePad, type PadContext } from './signature-pad'
import { NO_SIGNATURE, type SignatureState } from './signature-state'

/** The finished picture; the parent uploads it and answers through `signature`. */
export interface SignDetail {
  readonly file: PickedFile
}

interface Pad {
  readonly sized: SizedCanvas
  readonly ink: SignaturePad
}

/** A canvas cannot live in `data`. */
const visitOf = visits(() => ({ pad: null as Pad | null }))

/**
 * A handwritten signature. Events besides `change`/`blur`: `sign {file}` (a PNG to upload), `retry` (upload the same
 * picture again), `preview` (show the stored picture). The value is an array of attachment ids.
 */
Component({
  behaviors: [fieldBase],
  properties: {
    signature: { type: Object, value: NO_SIGNATURE },
  },
  data: { open: false, empty: true, trouble: '', status: '' },
  observers: {
    'value, signature'(value: unknown, signature: SignatureState) {
      const signed = Array.isArray(value) && value.length > 0
      const busy = signature.state === 'uploading' || signature.state === 'failed'
      this.setData({ status: busy ? signature.state : signed ? 'signed' : 'none' })
    },
  },
  methods: {
    async onOpenTap() {
      this.setData({ open: true, empty: true, trouble: '' })
      await new Promise<void>((resolve) => wx.nextTick(resolve))
      const sized = await findCanvas(this, '.pad__canvas')
      if (!sized) {
        this.setData({ open: false, trouble: '手写板没有打开，请再试一次。' })
        return
      }
      visitOf(this).work.pad = { sized, ink: this.prepare(sized) }
    },
    prepare({ canvas, width, height }: SizedCanvas): SignaturePad {
      const { pixelRatio } = wx.getWindowInfo()
      canvas.width = width * pixelRatio
      canvas.height = height * pixelRatio
      const context = canvas.getContext('2d') as PadContext
      context.scale(pixelRatio, pixelRatio)
      return new SignaturePad(context, width, height)
    },
    onTouchStart(event: WechatMiniprogram.TouchCanvas) {
      const [touch] = event.touches
      if (touch) visitOf(this).work.pad?.ink.begin({ x: touch.x, y: touch.y })
    },
    onTouchMove(event: WechatMiniprogram.TouchCanvas) {
      const [touch] = event.touches
      if (touch) visitOf(this).work.pad?.ink.move({ x: touch.x, y: touch.y })
    },
    onTouchEnd() {
      const { pad } = visitOf(this).work
      if (!pad) return
      pad.ink.end()
      if (this.data.empty !== pad.ink.empty) this.setData({ empty: pad.ink.empty })
    },
    onClearTap() {
      visitOf(this).work.pad?.ink.clear()
      this.setData({ empty: true, trouble: '' })
    },
    onCancelTap() {
      visitOf(this).work.pad = null
      this.setData({ open: false })
    },
    async onDoneTap() {
      const { pad } = visitOf(this).work
      if (!pad || pad.ink.empty) {
        this.setData({ trouble: '请先在框内写下姓名。' })
        return
      }
      try {
        const detail: SignDetail = { file: await saveCanvasAsPng(pad.sized.canvas, `${this.data.field.label}.png`) }
        visitOf(this).work.pad = null
        this.setData({ open: false, trouble: '' })
        this.triggerEvent('sign', detail)
      } catch {
        this.setData({ trouble: '签名没有保存下来，请再点一次“完成签名”。' })
      }
    },
    onRetryTap() {
      this.triggerEvent('retry', {})
    },
    onPreviewTap() {
      this.triggerEvent('preview', {})
    },
  },
})
