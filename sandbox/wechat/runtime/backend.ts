import * as engine from 'glass-easel'
import { dispatchToProgram } from './events'
import { componentFields } from './form-fields'
import { followKeyboard } from './keyboard'
import { pickerDetail } from './region-picker'
import { holdPageStill } from './scroll-lock'

/** Events that the engine takes from the document; every other event of a built-in element is Taro's CustomEvent. */
const DOCUMENT_EVENTS = new Set([
  'tap',
  'longpress',
  'longtap',
  'canceltap',
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'click',
  'transitionend',
  'animationend',
  'animationstart',
  'animationiteration',
])

type BackendElement = Parameters<engine.CurrentWindowBackendContext['setListenerStats']>[0]
type MutLevel = Parameters<engine.CurrentWindowBackendContext['setListenerStats']>[3]

/** The engine's levels: a plain listener, and one that `catch` binds. */
const LISTENS: MutLevel = 0
const CATCHES: MutLevel = 2

/** How long a finger rests before it is a long press, in ms (WeChat's 350). */
const LONG_PRESS_MS = 350

/** The DOM element behind a Taro tag, or null for any other backend element. */
export function asTaroElement(element: unknown): HTMLElement | null {
  return element instanceof HTMLElement && element.tagName.startsWith('TARO-') ? element : null
}

function withFields(target: engine.Element, type: string, detail: unknown): unknown {
  if (type !== 'submit') return detail
  const { value } = detail as { value: Record<string, unknown> }
  return { ...(detail as object), value: { ...value, ...componentFields(target) } }
}

function programElement(element: HTMLElement): engine.Element | undefined {
  return (element as HTMLElement & { __wxElement?: engine.Element }).__wxElement
}

/** The engine's DOM backend, plus Taro's custom events, two-way binding and WeChat's notion of the window. */
export class HostBackend extends engine.CurrentWindowBackendContext {
  private readonly bound = new WeakMap<HTMLElement, Set<string>>()

  constructor(private readonly windowSize: () => { width: number; height: number }) {
    super()
    this.onEvent((target, type, detail, options) => dispatchToProgram(target, type, detail, options))
    this.watchLongPress()
    followKeyboard((control, event) => this.raise({ target: control, event }, ['tap']))
  }

  override getWindowWidth(): number {
    return this.windowSize().width
  }

  override getWindowHeight(): number {
    return this.windowSize().height
  }

  override setListenerStats(element: BackendElement, type: string, capture: boolean, level: MutLevel): void {
    if (DOCUMENT_EVENTS.has(type)) {
      // The engine knows no long press on its own: watchLongPress raises it.
      if (type === 'longpress' || type === 'longtap') return
      if (type === 'touchmove' && level === CATCHES && element instanceof HTMLElement) holdPageStill(element)
      super.setListenerStats(element, type, capture, LISTENS)
      return
    }
    const taro = asTaroElement(element)
    // A component's own event ("change") must not be mistaken for the DOM event of an <input> inside it.
    if (taro === null) return
    const types = this.bound.get(taro) ?? new Set<string>()
    if (types.has(type)) return
    this.bound.set(taro, types.add(type))
    taro.addEventListener(type, (event) => {
      const target = programElement(taro)
      // Native events of inner elements (<input>) are not mini-program events.
      if (event.target !== taro || !(event instanceof CustomEvent) || target === undefined) return
      const detail: unknown = pickerDetail(taro, type, withFields(target, type, event.detail)) ?? {}
      engine.triggerEvent(target, type, detail, { originalEvent: event, bubbles: false, composed: false })
    })
  }

  override setModelBindingStat(
    element: BackendElement,
    attribute: string,
    listener: ((value: unknown) => void) | null,
  ): void {
    const taro = asTaroElement(element)
    if (taro === null) {
      super.setModelBindingStat(element, attribute, listener)
      return
    }
    if (listener === null) return
    taro.addEventListener(/INPUT|TEXTAREA/.test(taro.tagName) ? 'input' : 'change', (event) => {
      if (event.target !== taro || !(event instanceof CustomEvent)) return
      listener((event.detail as { value?: unknown } | null)?.value)
    })
  }

  private watchLongPress(): void {
    let timer: ReturnType<typeof setTimeout> | undefined
    const cancel = (): void => clearTimeout(timer)
    document.addEventListener(
      'touchstart',
      (event) => {
        cancel()
        timer = setTimeout(() => this.raise({ target: event.target, event }, ['longpress', 'longtap']), LONG_PRESS_MS)
      },
      { capture: true, passive: true },
    )
    for (const type of ['touchmove', 'touchend', 'touchcancel']) document.addEventListener(type, cancel, true)
  }

  private raise({ target, event }: { target: EventTarget | null; event: Event }, types: string[]): void {
    let node = target as (Node & { __wxElement?: engine.Element }) | null
    while (node && node.__wxElement === undefined) node = node.parentNode
    const touch = (event as Partial<TouchEvent>).changedTouches?.[0]
    if (!node?.__wxElement) return
    for (const type of types) {
      dispatchToProgram(
        node.__wxElement,
        type,
        { x: touch?.clientX, y: touch?.clientY },
        { originalEvent: event, bubbles: true, composed: true },
      )
    }
  }
}
