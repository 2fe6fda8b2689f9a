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

/** Looks for the pad, and ms between them. */
const MOST_LOOKS = 10
const LOOK_MS = 50

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
      const sized = await this.findPad()
      if (!sized) {
        this.setData({ open: false, trouble: '手写板没有打开，请再试一次。' })
        return
      }
      visitOf(this).work.pad = { sized, ink: this.prepare(sized) }
    },
    /** The sheet takes a few frames until the pad has its size. */
    async findPad(): Promise<SizedCanvas | null> {
      for (let look = 0; look < MOST_LOOKS && this.data.open; look++) {
        await new Promise<void>((resolve) => wx.nextTick(resolve))
        const sized = await findCanvas(this, '.pad__canvas')
        if (sized && sized.width > 0) return sized
        await new Promise<void>((resolve) => setTimeout(resolve, LOOK_MS))
      }
      return null
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
        this.setData({ trouble: '签名没有保存下来，请再点一次“签好了”。' })
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
