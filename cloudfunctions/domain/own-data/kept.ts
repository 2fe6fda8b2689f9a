import { type KeptCount } from '../../../miniprogram/shared/domain/own-data'
import { countBytesOf } from '../../stores/attachments'
import { listBindings } from '../../stores/bindings'
import { countWatches } from '../../stores/case-watches'
import { countDrafts } from '../../stores/declarations'
import { countMessages } from '../../stores/messages'
import { type Owner } from '../../stores/owner'
import { listOpenConsents } from '../../stores/reminder-consents'
import { type EndingName, ENDINGS, periodText } from '../../stores/retention'

const until = (name: EndingName): string => `${ENDINGS[name].since}后 ${periodText(ENDINGS[name].afterMs)}`

/** How much is kept of an owner, and until when. What says nothing of who she is (stores/retention.ts) is not counted. */
export async function keptOf(owner: Owner): Promise<readonly KeptCount[]> {
  const [bindings, drafts, files, cases, messages, consents] = await Promise.all([
    listBindings(owner.openid),
    countDrafts(owner),
    countBytesOf(owner),
    countWatches(owner),
    countMessages(owner),
    listOpenConsents(owner.openid),
  ])
  return [
    { kind: 'identities', count: bindings.length, until: '您解除绑定' },
    { kind: 'drafts', count: drafts, until: until('lapsedDrafts') },
    { kind: 'files', count: files, until: until('deliveredBytes') },
    { kind: 'cases', count: cases, until: until('overCases') },
    { kind: 'messages', count: messages, until: until('messages') },
    { kind: 'reminders', count: consents.length, until: '用完' },
  ]
}
