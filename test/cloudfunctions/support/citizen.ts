import { type ActionName, ACTION_FACTS, type Input, type Output } from '../../../miniprogram/shared/contract/actions'
import { type ErrorCode } from '../../../miniprogram/shared/contract/errors'
import { type Reply, type ReplyError } from '../../../miniprogram/shared/contract/reply'
import { agreedToday } from '../../../miniprogram/shared/domain/consent'
import { type SubjectType } from '../../../miniprogram/shared/domain/account'
import { openidOf } from '../../../sandbox/cloud'
import { type System } from '../../support/system'

/** What everybody agrees to who is not about consent. */
const AGREED: { readonly [A in ActionName]?: Partial<Input<A>> } = {
  'account.bind': { agreed: agreedToday('privacy', 'agreement', 'sensitive') },
}

/** A WeChat user who calls the deployed functions as a page would. */
export class Citizen {
  constructor(
    readonly system: System,
    readonly id: string,
  ) {}

  get openid(): string {
    return openidOf(this.id)
  }

  /** The whole answer; fails the test when the platform itself refused the call. */
  async reply<A extends ActionName>(action: A, input: Input<A>): Promise<Reply<Output<A>>> {
    return this.raw(ACTION_FACTS[action].on, { action, input: { ...AGREED[action], ...input } }) as Promise<
      Reply<Output<A>>
    >
  }

  /** Any event to any function. */
  async raw(functionName: string, event: object): Promise<Reply<unknown>> {
    const answer = await this.system.cloud.invoke(functionName, event, { openid: this.openid })
    if (!answer.ok) throw new Error(`${functionName}: ${answer.errCode} ${answer.errMsg}`)
    return answer.result as Reply<unknown>
  }

  /** The data; fails the test when the action failed. */
  async call<A extends ActionName>(action: A, input: Input<A>): Promise<Output<A>> {
    const reply = await this.reply(action, input)
    if (!reply.ok) throw new Error(`${action}: ${JSON.stringify(reply.error)}`)
    return reply.data
  }

  /** The error; fails the test when the action succeeded. */
  async failure<A extends ActionName>(action: A, input: Input<A>): Promise<ReplyError> {
    const reply = await this.reply(action, input)
    if (reply.ok) throw new Error(`${action} succeeded: ${JSON.stringify(reply.data).slice(0, 300)}`)
    return reply.error
  }

  async code<A extends ActionName>(action: A, input: Input<A>): Promise<ErrorCode> {
    return (await this.failure(action, input)).code
  }

  /** Binds a fictional One-Network account by its login name. */
  bind(account: string, subjectType: SubjectType = 'person', password = 'Demo@2026') {
    return this.call('account.bind', { subjectType, account, password })
  }

  /** Puts bytes at a minted path, as wx.cloud.uploadFile does. */
  async upload(cloudPath: string, bytes: Uint8Array): Promise<string> {
    const form = new FormData()
    form.append('cloudPath', cloudPath)
    form.append('file', new Blob([Uint8Array.from(bytes)]), 'file')
    const response = await fetch(`${this.system.cloud.url}/upload`, {
      method: 'POST',
      headers: { 'x-sandbox-citizen': this.id },
      body: form,
    })
    const answer = (await response.json()) as { fileID?: string; errMsg?: string }
    if (!answer.fileID) throw new Error(`upload refused: ${answer.errMsg}`)
    return answer.fileID
  }
}
