import { look } from '../../../../behaviors/look'
import { LOADING } from '../../../../behaviors/page-status'
import { endVisit, visitOf } from '../../../../behaviors/visit'
import { copyText } from '../../../../platform/clipboard'
import { openCredit } from '../../../../services/credit'
import type { ReplyError } from '../../../../shared/contract/reply'
import type { AccountView } from '../../../../shared/domain/account'
import { creditView, type CreditView } from './credit-view'

/** The public web site of 信用中国, where a record is looked up and its correction is asked for. */
const SITE = 'www.creditchina.gov.cn'

Page({
  behaviors: [look],

  data: {
    /** From the server. */
    account: null as AccountView | null,
    view: null as CreditView | null,
    error: null as ReplyError | null,
    /** Page state. */
    status: LOADING,
    site: SITE,
  },

  onLoad(): Promise<void> {
    return this.load()
  },

  onUnload: endVisit,

  load(): Promise<void> {
    return visitOf(this).load(openCredit, ({ account, report }) => ({
      account,
      view: report.ok ? creditView(report.value) : null,
      error: report.ok ? null : report.error,
    }))
  },

  onCopyTap(): Promise<void> {
    return copyText(SITE, '已复制网址，请在浏览器打开')
  },
})
