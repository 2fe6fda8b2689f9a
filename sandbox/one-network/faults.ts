/** Ways in which an upstream can fail. */
export const FAULT_KINDS = {
  slow: '应答缓慢',
  status: '网关错误码',
  html: '返回网页',
  empty: '空应答',
  truncated: '应答被截断',
  'unknown-code': '未知错误码',
  'credit-down': '信用中国不可用（5003）',
  down: '断开连接',
  'accept-and-never-answer': '已受理但不应答',
} as const

export type FaultKind = keyof typeof FAULT_KINDS

export interface Fault {
  /** Without a functionNo it hits every function. */
  readonly match: { readonly functionNo?: number }
  readonly kind: FaultKind
  /** HTTP status of `status` (503 by default), `html` (502) and `empty` (200). */
  readonly status?: number
  /** `slow`: ms before the request is handled, 5000 by default. */
  readonly delayMs?: number
  /** After so many hits the fault is gone; without it, it stays until cleared. */
  readonly times?: number
}

interface ActiveFault {
  readonly fault: Fault
  left: number
}

/** Faults that are switched on. The newest that matches wins. */
export class Faults {
  private active: ActiveFault[] = []

  /** Replaces an earlier fault on the same function. */
  set(fault: Fault): void {
    const others = this.active.filter((it) => it.fault.match.functionNo !== fault.match.functionNo)
    this.active = [{ fault, left: fault.times ?? Infinity }, ...others]
  }

  clear(): void {
    this.active = []
  }

  list(): readonly Fault[] {
    return this.active.map(({ fault, left }) => (Number.isFinite(left) ? { ...fault, times: left } : fault))
  }

  /** The fault for a request to this function, counted as one hit. */
  take(functionNo: number): Fault | undefined {
    const found = this.active.find(
      ({ fault }) => fault.match.functionNo === undefined || fault.match.functionNo === functionNo,
    )
    if (found === undefined) return undefined
    found.left -= 1
    if (found.left <= 0) this.active = this.active.filter((it) => it !== found)
    return found.fault
  }
}
