import { table } from '../kernel/cloud'

/** The last link of the chain, in a place of its own: links that are taken off the end are missed. */
export interface AuditHead {
  readonly _id: string
  readonly number: number
  readonly hash: string
  readonly mac: string
}

const rows = table<AuditHead>('audit_head')

export const findHead = (): Promise<AuditHead | undefined> => rows.first({ _id: 'head' })

/** Writes a later link down; an earlier one changes nothing. */
export async function moveHead(head: AuditHead): Promise<void> {
  const { _id, ...fields } = head
  if ((await rows.update({ _id, number: { lessThan: head.number } }, fields)) === 1) return
  await rows.insert(head)
}
