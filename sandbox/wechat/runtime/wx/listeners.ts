type Listener = (...args: never[]) => void

/** Listeners of an event that WeChat names `onX` and `offX`. */
export class Listeners {
  private readonly listeners = new Set<Listener>()

  readonly on = (listener: Listener): void => void this.listeners.add(listener)

  readonly off = (listener?: Listener): void => {
    if (listener) this.listeners.delete(listener)
    else this.listeners.clear()
  }

  emit(value: unknown): void {
    for (const listener of this.listeners) (listener as (value: unknown) => void)(value)
  }
}
