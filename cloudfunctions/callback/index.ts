import { receiveApprovalEvent } from '../actions/approval-event/receive'
import { defineHttp } from '../kernel/define-http'
import { CALLBACK_PATH } from '../one-network/callback'

/** HTTP-triggered: what the provider calls (#28). The signature is its only identity. */
export const main = defineHttp('callback', { [CALLBACK_PATH]: receiveApprovalEvent })
