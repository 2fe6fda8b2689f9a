/** What miniprogram-simulate gives for a page, a component or an element in one. */
export interface SimulatedNode {
  /** undefined: the host is virtual (TDesign). */
  readonly dom: HTMLElement | undefined
  readonly data: Readonly<Record<string, unknown>>
  readonly instance: Record<string, unknown>
  dispatchEvent(name: string, options?: object): void
  addEventListener(name: string, listener: (event: { detail: unknown }) => void): void
  querySelector(selector: string): SimulatedNode | undefined
  querySelectorAll(selector: string): SimulatedNode[]
  setData(data: object): void
  attach(parent: HTMLElement): void
  detach(): void
}

/** Real time: tests with fake timers still wait for HTTP. */
const { setTimeout: realTimeout } = globalThis
const pause = (ms: number): Promise<void> => new Promise((resolve) => void realTimeout(resolve, ms))

const REST_MS = 20
const PATIENCE_MS = 5000

/** A page or component as its reader sees it: text, taps, typing. Selectors reach one component deep, by class or id. */
export class Screen {
  constructor(readonly node: SimulatedNode) {}

  /** Everything that can be read, with single spaces. */
  get text(): string {
    return (this.node.dom?.textContent ?? '').replace(/\s+/g, ' ').trim()
  }

  has(selector: string): boolean {
    return this.node.querySelector(selector) !== undefined
  }

  find(selector: string): Screen {
    const found = this.node.querySelector(selector)
    if (found === undefined) throw new Error(`nothing matches ${selector} in: ${this.text}`)
    return new Screen(found)
  }

  all(selector: string): Screen[] {
    return this.node.querySelectorAll(selector).map((node) => new Screen(node))
  }

  /** Taps this element, or one in it. */
  async tap(selector?: string): Promise<void> {
    const { node } = selector === undefined ? this : this.find(selector)
    // TDesign's hosts are virtual: the finger touches the element inside.
    const touched = node.dom === undefined ? node.querySelector('.t-button') : node
    if (touched === undefined) throw new Error(`${selector ?? 'this'} has no element to touch`)
    touched.dispatchEvent('tap')
    await this.rest()
  }

  /** Taps the element of a list whose text contains `label`. */
  async tapText(selector: string, label: string): Promise<void> {
    const target = this.all(selector).find(({ text }) => text.includes(label))
    if (target === undefined) throw new Error(`no ${selector} says ${label}: ${this.text}`)
    await target.tap()
  }

  /** Types into an input element. */
  async type(selector: string, value: string): Promise<void> {
    await this.emit(selector, 'input', { value })
  }

  /** Fires an event with a detail at an element or a component in this one. */
  async emit(selector: string, event: string, detail: object): Promise<void> {
    this.find(selector).node.dispatchEvent(event, { detail })
    await this.rest()
  }

  /** Collects what this component emits. */
  listen(event: string): unknown[] {
    const details: unknown[] = []
    this.node.addEventListener(event, ({ detail }) => details.push(detail))
    return details
  }

  /** Calls a method of the page, e.g. onReachBottom, as WeChat would. */
  async call(method: string, ...args: unknown[]): Promise<void> {
    const found = this.node.instance[method]
    if (typeof found !== 'function') throw new Error(`there is no method ${method}`)
    await Reflect.apply(found, this.node.instance, args)
    await this.rest()
  }

  /** Waits until `holds`; fails with what is on the screen. */
  async until(holds: () => boolean, what: string): Promise<void> {
    const end = Date.now() + PATIENCE_MS
    while (!holds()) {
      if (Date.now() > end) throw new Error(`waited in vain for ${what}; the screen says: ${this.text}`)
      await pause(REST_MS)
    }
  }

  untilText(text: string): Promise<void> {
    return this.until(() => this.text.includes(text), `“${text}”`)
  }

  /** Lets events and renderings settle; longer (ms) where something must not happen. */
  rest(ms = REST_MS): Promise<void> {
    return pause(ms)
  }
}
