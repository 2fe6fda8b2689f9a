/** One timer that can be set again: only the last setting fires. */
export class Timer {
  private handle: ReturnType<typeof setTimeout> | null = null

  /** Runs `work` in `ms` milliseconds, instead of whatever was set before. */
  set(ms: number, work: () => void): void {
    this.cancel()
    this.handle = setTimeout(() => {
      this.handle = null
      work()
    }, ms)
  }

  /** Set, and not fired yet. */
  get pending(): boolean {
    return this.handle !== null
  }

  cancel(): void {
    if (this.handle !== null) clearTimeout(this.handle)
    this.handle = null
  }
}
