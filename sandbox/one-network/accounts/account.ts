import { readFileSync } from 'node:fs'
import { accountsFile } from '../paths'

/** A fictional One-Network account. Password in plain text: it exists to be printed by the start command. */
export interface FictionalAccount {
  readonly userId: string
  readonly subjectType: 'person' | 'enterprise'
  readonly name: string
  readonly password: string
  /** What to type as 账号: a phone or ID number, or a USCC or login name. */
  readonly logins: readonly string[]
  readonly phone: string
  readonly idNo?: string
  readonly uscc?: string
  readonly legalPerson?: string
  readonly legalPersonIdNo?: string
  readonly agentName?: string
  readonly agentIdNo?: string
  readonly address?: string
  /** true = every login answers 2002, to show what a locked account looks like. */
  readonly locked?: boolean
  /** For the tester: what this account is good for. */
  readonly note: string
}

export function loadAccounts(): readonly FictionalAccount[] {
  return JSON.parse(readFileSync(accountsFile, 'utf8')) as readonly FictionalAccount[]
}

/** ID number of a person, USCC of an enterprise. */
export function certNoOf(account: FictionalAccount): string {
  return account.idNo ?? account.uscc ?? ''
}
