import * as engine from 'glass-easel'

interface TouchPoint {
  identifier: number
  pageX: number
  pageY: number
  clientX: number
  clientY: number
  /** Only on a canvas: relative to its top left corner, in CSS pixels. */
  x?: number
  y?: number
}

type PointSource = { identifier?: number; pageX: number; pageY: number; clientX: number; clientY: number }

function toPoint(source: PointSource, canvas: DOMRect | null): TouchPoint {
  const { identifier = 0, pageX, pageY, clientX, clientY } = source
  const point: TouchPoint = { identifier, pageX, pageY, clientX, clientY }
  return canvas === null ? point : { ...point, x: clientX - canvas.left, y: clientY - canvas.top }
}

function canvasRect(event: Event): DOMRect | null {
  return event.target instanceof HTMLCanvasElement ? event.target.getBoundingClientRect() : null
}

function isTouchLike(event: object): event is { touches: Iterable<Touch>; changedTouches: Iterable<Touch> } {
  // Emulated touches (mouse) are plain events with these two lists.
  return 'touches' in event && 'changedTouches' in event
}

function touchFields(event: unknown): { touches: TouchPoint[]; changedTouches: TouchPoint[] } | undefined {
  if (!(event instanceof Event)) return undefined
  const rect = canvasRect(event)
  if (isTouchLike(event)) {
    return {
      touches: Array.from(event.touches, (touch) => toPoint(touch, rect)),
      changedTouches: Array.from(event.changedTouches, (touch) => toPoint(touch, rect)),
    }
  }
  if (event instanceof MouseEvent) {
    const point = toPoint(event, rect)
    return { touches: [point], changedTouches: [point] }
  }
  return undefined
}

/** Hands a DOM event to the mini-program in WeChat's shape: touches lie on the event itself, a tap carries x and y. */
export function dispatchToProgram(
  target: engine.Element,
  type: string,
  detail: unknown,
  options: engine.EventOptions,
): void {
  const isTap = type === 'tap' || type === 'longpress'
  const point = detail as { x?: number; y?: number } | undefined
  engine.triggerEvent(target, type, isTap ? { x: point?.x, y: point?.y } : detail, {
    ...options,
    extraFields: touchFields(options.originalEvent),
  })
}
