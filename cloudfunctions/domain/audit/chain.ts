import { alarm } from '../../kernel/alarm'
import { type AuditHead, findHead, moveHead } from '../../stores/audit-head'
import { type AuditSeal, insertSeal, lastSeal } from '../../stores/audit-seals'
import { type AuditKeys } from './keys'
import { hashOfSeal, macOf } from './signed'

/** What a link says, without its place in the chain. */
export type Link = Omit<AuditSeal, '_id' | 'number' | 'at' | 'previous' | 'mac'>

/** Where the chain ends, and the next link begins. */
export interface End {
  /** 0 = there is no link yet. */
  readonly number: number
  readonly hash: string
  /** The last link; undefined when there is none, or it was taken away. */
  readonly seal: AuditSeal | undefined
}

const BEGINNING: End = { number: 0, hash: '', seal: undefined }

export const endAt = (seal: AuditSeal): End => ({ number: seal.number, hash: hashOfSeal(seal), seal })

export function linkAfter({ number: before, hash: previous }: End, link: Link, at: number, keys: AuditKeys): AuditSeal {
  const number = before + 1
  const seal = { ...link, _id: String(number), number, at, previous }
  return { ...seal, mac: macOf('seal', seal, keys) }
}

export function headAt({ number, hash }: End, keys: AuditKeys): AuditHead {
  const head = { _id: 'head', number, hash }
  return { ...head, mac: macOf('head', head, keys) }
}

/** Adds a link to the chain; undefined when another run has added one since its end was read. */
export async function append(end: End, link: Link, at: number, keys: AuditKeys): Promise<AuditSeal | undefined> {
  const seal = linkAfter(end, link, at, keys)
  if (!(await insertSeal(seal))) return undefined
  await moveHead(headAt(endAt(seal), keys))
  return seal
}

/**
 * The end of the chain. The link of a run that died before it moved the head counts. When links were taken off the end, the
 * chain goes on after the head, so that they are missed for ever, and AUDIT_BROKEN is told each time.
 */
export async function endOfChain(requestId: string, keys: AuditKeys): Promise<End> {
  const [last, head] = await Promise.all([lastSeal(), findHead()])
  const end = last ? endAt(last) : BEGINNING
  const believed = head && head.mac === macOf('head', head, keys) ? head : undefined
  const moved = believed?.number ?? 0
  if ((head && !believed) || moved > end.number || end.number - moved > 1) {
    alarm('AUDIT_BROKEN', requestId, { lastSeal: end.number, head: moved })
  }
  if (believed && moved > end.number) return { number: moved, hash: believed.hash, seal: undefined }
  if (end.number > moved) await moveHead(headAt(end, keys))
  return end
}
