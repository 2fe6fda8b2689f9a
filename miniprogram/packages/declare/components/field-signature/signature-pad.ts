/** The few drawing operations that a signature needs, of a 2D canvas context. */
export interface PadContext {
  fillStyle: string
  strokeStyle: string
  lineWidth: number
  lineCap: string
  lineJoin: string
  scale(x: number, y: number): void
  fillRect(x: number, y: number, width: number, height: number): void
  beginPath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  quadraticCurveTo(cpx: number, cpy: number, x: number, y: number): void
  stroke(): void
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Shorter than this in all (px) is a slip of the finger, not a signature. */
const LEAST_INK = 40

/** Ink on white paper: strokes are smoothed through the middle of neighbouring points. */
export class SignaturePad {
  private last: Point | null = null
  private middle: Point | null = null
  private ink = 0

  constructor(
    private readonly context: PadContext,
    private readonly width: number,
    private readonly height: number,
  ) {
    this.clear()
  }

  /** true until enough was drawn to be a signature. */
  get empty(): boolean {
    return this.ink < LEAST_INK
  }

  /** White, not transparent: a transparent PNG prints black in some viewers. */
  clear(): void {
    this.ink = 0
    this.last = null
    this.middle = null
    this.context.fillStyle = '#ffffff'
    this.context.fillRect(0, 0, this.width, this.height)
    this.context.strokeStyle = '#111111'
    this.context.lineWidth = 3
    this.context.lineCap = 'round'
    this.context.lineJoin = 'round'
  }

  begin(point: Point): void {
    this.last = point
    this.middle = point
  }

  move(point: Point): void {
    const { last, middle, context } = this
    if (!last || !middle) return this.begin(point)
    const next = { x: (last.x + point.x) / 2, y: (last.y + point.y) / 2 }
    context.beginPath()
    context.moveTo(middle.x, middle.y)
    context.quadraticCurveTo(last.x, last.y, next.x, next.y)
    context.stroke()
    this.ink += Math.hypot(point.x - last.x, point.y - last.y)
    this.last = point
    this.middle = next
  }

  end(): void {
    this.last = null
    this.middle = null
  }
}
