import type { Receipt } from '../../../../shared/domain/declaration'
import { dueText } from '../../upload/promise-view'
import { formatBeijingDate, formatBeijingTime } from '../../../../shared/domain/time'

/** 回执 as the page shows it. */
export interface ReceiptView {
  readonly caseNo: string
  readonly rows: readonly { readonly label: string; readonly text: string }[]
  readonly deliveredText: string
  /** Files that upstream does not list: said plainly, never counted as delivered. */
  readonly missing: readonly string[]
  /** What is to be brought later, and until when. */
  readonly promised: readonly string[]
}

export function receiptView(receipt: Receipt): ReceiptView {
  const { caseNo, matterName, applicantName, statusName, submittedAt, promisedFinishDate, delivered, total } = receipt
  return {
    caseNo,
    rows: [
      { label: '办理事项', text: matterName },
      { label: '申请人', text: applicantName },
      ...(receipt.agentName ? [{ label: '经办人', text: receipt.agentName }] : []),
      { label: '当前状态', text: statusName },
      { label: '提交时间', text: formatBeijingTime(submittedAt) },
      {
        label: '承诺办结日期',
        text: promisedFinishDate ? formatBeijingDate(promisedFinishDate) : '受理后在办件进度里查看',
      },
    ],
    deliveredText: total === 0 ? '这次申报没有上传文件' : `签名和材料已送达 ${delivered}/${total}`,
    missing: receipt.missing,
    promised: receipt.promised.map((one) => `${one.name}：${dueText(one)}`),
  }
}
