/** Ways in which an upstream can fail. */
export const FAULT_KINDS = {
  slow: '应答缓慢',
  status: '网关错误码',
  html: '返回网页',
  empty: '空应答',
  truncated: '应答被截断',
  'wrong-digest': '文件与摘要不符',
  'unknown-code': '未知错误码',
  'credit-down': '信用中国不可用（5003）',
  down: '断开连接',
  'accept-and-never-answer': '已受理但不应答',
  'extra-fields': '多出字段',
  'null-fields': '可选字段为 null',
  'missing-fields': '缺少可选字段',
  'duplicate-push': '推送重复（#28）',
  'shuffled-push': '推送乱序（#28）',
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
  /** After so many ms the fault is gone, e.g. a provider that is dead for a while. */
  readonly forMs?: number
}

/** What can also happen to a push (#28); a fault on every function that is of another kind leaves pushes alone. */
const OF_PUSHES: readonly FaultKind[] = ['slow', 'down', 'extra-fields', 'null-fields', 'missing-fields']
const PUSHES_ONLY: readonly FaultKind[] = ['duplicate-push', 'shuffled-push']
export const PUSH_FUNCTION = 28

/** Can a fault of this kind happen to a function at all? */
export function canHappen(kind: FaultKind, functionNo: number): boolean {
  if (functionNo === PUSH_FUNCTION) return OF_PUSHES.includes(kind) || PUSHES_ONLY.includes(kind)
  return !PUSHES_ONLY.includes(kind)
}

const hits = ({ kind, match }: Fault, functionNo: number): boolean =>
  (match.functionNo === undefined || match.functionNo === functionNo) && canHappen(kind, functionNo)

interface ActiveFault {
  readonly fault: Fault
  left: number
  /** Epoch ms. */
  readonly until: number
}

/** Faults that are switched on. The newest that matches wins. */
export class Faults {
  private active: ActiveFault[] = []

  constructor(private readonly now: () => number = Date.now) {}

  /** Replaces an earlier fault on the same function. */
  set(fault: Fault): void {
    const others = this.active.filter((it) => it.fault.match.functionNo !== fault.match.functionNo)
    const until = fault.forMs === undefined ? Infinity : this.now() + fault.forMs
    this.active = [{ fault, left: fault.times ?? Infinity, until }, ...others]
  }

  clear(): void {
    this.active = []
  }

  /** Switches off the one on this function; undefined = the one on every function. */
  end(functionNo: number | undefined): void {
    this.active = this.active.filter(({ fault }) => fault.match.functionNo !== functionNo)
  }

  /** With the hits and the ms that are left. */
  list(): readonly Fault[] {
    return this.current().map(({ fault, left, until }) => ({
      ...fault,
      ...(Number.isFinite(left) ? { times: left } : {}),
      ...(Number.isFinite(until) ? { forMs: until - this.now() } : {}),
    }))
  }

  /** The fault that the next request to this function will meet; not counted. */
  find(functionNo: number): Fault | undefined {
    return this.current().find(({ fault }) => hits(fault, functionNo))?.fault
  }

  /** The fault for a request to this function, counted as one hit. */
  take(functionNo: number): Fault | undefined {
    const found = this.current().find(({ fault }) => hits(fault, functionNo))
    if (found === undefined) return undefined
    found.left -= 1
    if (found.left <= 0) this.active = this.active.filter((it) => it !== found)
    return found.fault
  }

  private current(): readonly ActiveFault[] {
    this.active = this.active.filter(({ until }) => until > this.now())
    return this.active
  }
}
