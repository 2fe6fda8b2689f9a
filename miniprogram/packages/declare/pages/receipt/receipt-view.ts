import { COMMITMENT_LABEL, NOT_KEPT } from '../../../../shared/domain/commitment'
import type { PromisedMaterial, Receipt } from '../../../../shared/domain/declaration'
import { type Fact, factsFrom } from '../../../../shared/domain/fact'
import { dueText } from '../../upload/promise-view'
import { formatBeijingDate, formatBeijingTime } from '../../../../shared/domain/time'

/** 回执 as the page shows it. */
export interface ReceiptView {
  readonly caseNo: string
  readonly rows: readonly Fact[]
  readonly deliveredText: string
  /** Files that upstream does not list: said plainly, never counted as delivered. */
  readonly missing: readonly string[]
  /** What is to be brought later, and until when. */
  readonly promised: readonly string[]
  /** What happens when they are not brought. */
  readonly promisedNote: string
}

/** `职工签名表（容缺受理）：受理后 18 个工作日内补交` */
function promisedText({ name, kind, ...due }: PromisedMaterial): string {
  if (kind === undefined) return `${name}：按承诺书写明的期限补交`
  return `${name}（${COMMITMENT_LABEL[kind]}）：${dueText({ kind, ...due })}`
}

function notKept({ promised }: Receipt): string {
  const kinds = new Set(promised.flatMap(({ kind }) => kind ?? []))
  return [...kinds].map((kind) => `${COMMITMENT_LABEL[kind]}：${NOT_KEPT[kind]}。`).join('')
}

export function receiptView(receipt: Receipt): ReceiptView {
  const { caseNo, matterName, applicantName, statusName, submittedAt, promisedFinishDate, delivered, total } = receipt
  return {
    caseNo,
    rows: factsFrom({
      办理事项: matterName,
      申请人: applicantName,
      经办人: receipt.agentName,
      当前状态: statusName,
      提交时间: formatBeijingTime(submittedAt),
      承诺办结日期: promisedFinishDate ? formatBeijingDate(promisedFinishDate) : '受理后在办件进度里查看',
    }),
    deliveredText: total === 0 ? '这次申报没有上传文件' : `签名和材料已送达 ${delivered}/${total}`,
    missing: receipt.missing,
    promised: receipt.promised.map(promisedText),
    promisedNote: notKept(receipt),
  }
}
