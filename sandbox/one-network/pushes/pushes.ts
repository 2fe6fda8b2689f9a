import { setTimeout as sleep } from 'node:timers/promises'
import { beijingDateTime } from '../clock'
import { type Fault, type Faults, PUSH_FUNCTION } from '../faults'
import { itemOf, type Platform } from '../platform'
import type { SignMethod } from '../protocol/signature'
import type { RequestLog } from '../request-log'
import type { CaseRecord, PushRecord } from '../state/records'
import { type EventContent, eventOf } from './case-events'
import { deliver } from './deliver'
import { odd } from './odd-event'
import { dueReminders } from './promise-reminders'

const MINUTE = 60_000
/** Contract chapter 10: eight more deliveries after the first, then never again. */
const PAUSES_MS = [1, 2, 5, 15, 30, 60, 180, 360].map((minutes) => minutes * MINUTE)
/** How often the provider looks for what is due, in real ms. */
const ROUND_MS = 500
/** `shuffled-push` holds events back until there are two, or so long. */
const HELD_MS = 10_000

export interface PushesOptions {
  readonly platform: Platform
  readonly faults: Faults
  readonly requestLog: RequestLog
}

export interface PushingOptions {
  readonly signMethod?: SignMethod
  /** How often to look for what is due, in real ms; 0: only when `deliverDue` is called. */
  readonly everyMs?: number
}

/** Sends approval events (#28) to the office's callback, and again after growing pauses until they are taken. */
export class Pushes {
  private url = ''
  private signMethod: SignMethod = 'HMAC-SM3'
  private remindedAt = 0
  private timer: NodeJS.Timeout | undefined
  private round: Promise<void> | undefined

  constructor(private readonly options: PushesOptions) {}

  /** Where events go from now on. */
  to(url: string, { signMethod = 'HMAC-SM3', everyMs = ROUND_MS }: PushingOptions = {}): void {
    this.url = url
    this.signMethod = signMethod
    clearInterval(this.timer)
    if (everyMs > 0) this.timer = setInterval(() => void this.deliverDue(), everyMs)
    this.timer?.unref()
  }

  /** A case changed: makes its event, when the contract has one. */
  readonly note = (before: CaseRecord | undefined, after: CaseRecord): void => {
    const content = eventOf(before, after, itemOf(this.options.platform, after.itemId))
    if (content) this.send(after, content)
  }

  /** Makes an event of any type. Resolves with its id. */
  send({ caseNo, itemId, userId }: CaseRecord, { eventType, summary, deadline }: EventContent): string {
    const { store, numbers, now } = this.options.platform
    const at = now()
    const eventId = numbers.eventId(at)
    const event = {
      eventId,
      eventType,
      caseNo,
      itemId,
      itemName: itemOf(this.options.platform, itemId).name,
      userId,
      occurredAt: beijingDateTime(at),
      sequence: store.nextNumber(`events of ${caseNo}`),
      summary,
      deadline: deadline === null ? null : beijingDateTime(deadline),
    }
    const body = JSON.stringify(event)
    store.pushes.put({
      eventId,
      caseNo,
      eventType,
      body,
      createdAt: at,
      attempts: 0,
      state: 'waiting',
      dueAt: at,
      lastAnswer: '',
    })
    return eventId
  }

  /** Newest first. */
  list(): readonly PushRecord[] {
    return this.options.platform.store.pushes
      .all()
      .slice()
      .sort((a, b) => b.createdAt - a.createdAt || b.eventId.localeCompare(a.eventId))
  }

  /** Delivers everything that is due now; calls while that runs wait for the same round. */
  deliverDue(): Promise<void> {
    this.round ??= this.deliverRound().finally(() => {
      this.round = undefined
    })
    return this.round
  }

  async close(): Promise<void> {
    clearInterval(this.timer)
    await this.round
  }

  private async deliverRound(): Promise<void> {
    if (this.url === '') return
    this.remind()
    const due = this.due()
    const cases = new Set(due.map(({ caseNo }) => caseNo))
    // In order within a case; one that hangs must not hold up the others.
    await Promise.all(
      [...cases].map(async (caseNo) => {
        for (const push of due.filter((each) => each.caseNo === caseNo)) await this.deliverOne(push)
      }),
    )
  }

  private remind(): void {
    const now = this.options.platform.now()
    if (now - this.remindedAt < MINUTE) return
    this.remindedAt = now
    for (const { record, content } of dueReminders(this.options.platform)) this.send(record, content)
  }

  private due(): readonly PushRecord[] {
    const { platform, faults } = this.options
    const now = platform.now()
    const due = this.list().filter(({ state, dueAt }) => state === 'waiting' && dueAt <= now)
    const inOrder = due.slice().reverse()
    const fault = faults.find(PUSH_FUNCTION)
    if (fault?.kind !== 'shuffled-push' || inOrder[0] === undefined) return inOrder
    if (due.length < 2 && now - inOrder[0].dueAt < (fault.delayMs ?? HELD_MS)) return []
    faults.take(PUSH_FUNCTION)
    return due
  }

  private async deliverOne(push: PushRecord): Promise<void> {
    const { platform, faults } = this.options
    const fault = faults.find(PUSH_FUNCTION)?.kind === 'shuffled-push' ? undefined : faults.take(PUSH_FUNCTION)
    // A dead provider tries nothing: the event is due as before.
    if (fault?.kind === 'down') return
    if (fault?.kind === 'slow') await sleep(fault.delayMs ?? 5000)
    const sending = {
      url: this.url,
      body: odd(fault?.kind, push.body),
      attempt: push.attempts + 1,
      signMethod: this.signMethod,
    }
    const answer = await deliver(platform.keys, { ...sending, at: platform.now() })
    if (fault?.kind === 'duplicate-push') await deliver(platform.keys, { ...sending, at: platform.now() })
    this.noteAttempt(push, answer, fault)
  }

  private noteAttempt(push: PushRecord, answer: Awaited<ReturnType<typeof deliver>>, fault: Fault | undefined): void {
    const { platform, requestLog } = this.options
    const at = platform.now()
    const pause = PAUSES_MS[push.attempts]
    platform.store.pushes.put({
      ...push,
      attempts: push.attempts + 1,
      state: answer.delivered ? 'delivered' : pause === undefined ? 'given-up' : 'waiting',
      dueAt: at + (pause ?? 0),
      lastAnswer: answer.status === 0 ? '没有应答' : `HTTP ${answer.status} code ${answer.code}`,
    })
    requestLog.add({
      at,
      functionNo: PUSH_FUNCTION,
      operationId: 'receiveApprovalEvent',
      status: answer.status,
      code: answer.code,
      ms: 0,
      fault: fault?.kind ?? '',
    })
  }
}
