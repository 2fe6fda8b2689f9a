export type Listener = (...args: unknown[]) => void

/** One end of the channel between an opener and the page that it opened (wx.navigateTo). */
export class EventChannel {
  private peer: EventChannel | undefined
  private readonly listeners = new Map<string, { listener: Listener; once: boolean }[]>()
  private readonly waiting = new Map<string, unknown[][]>()

  /** Two connected ends: what one emits, the other hears, also when it listens later. */
  static pair(): [EventChannel, EventChannel] {
    const opener = new EventChannel()
    const opened = new EventChannel()
    opener.peer = opened
    opened.peer = opener
    return [opener, opened]
  }

  emit(name: string, ...args: unknown[]): void {
    this.peer?.receive(name, args)
  }

  on(name: string, listener: Listener): void {
    this.listen(name, listener, false)
  }

  once(name: string, listener: Listener): void {
    this.listen(name, listener, true)
  }

  off(name: string, listener?: Listener): void {
    const rest = (this.listeners.get(name) ?? []).filter(
      (entry) => listener !== undefined && entry.listener !== listener,
    )
    this.listeners.set(name, rest)
  }

  private listen(name: string, listener: Listener, once: boolean): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), { listener, once }])
    const missed = this.waiting.get(name) ?? []
    this.waiting.delete(name)
    for (const args of missed) this.receive(name, args)
  }

  private receive(name: string, args: unknown[]): void {
    const entries = this.listeners.get(name) ?? []
    if (entries.length === 0) {
      this.waiting.set(name, [...(this.waiting.get(name) ?? []), args])
      return
    }
    this.listeners.set(
      name,
      entries.filter((entry) => !entry.once),
    )
    for (const entry of entries) entry.listener(...args)
  }
}
