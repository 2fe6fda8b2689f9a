import { COMMITMENT_LABEL, NOT_KEPT } from '../../../../shared/domain/commitment'
import type { PromisedMaterial, Receipt } from '../../../../shared/domain/declaration'
import { type Fact, factsFrom } from '../../../../shared/domain/fact'
import { dueText } from '../../upload/promise-view'
import { formatBeijingDate, formatBeijingTime } from '../../../../shared/domain/time'

/** 回执 as the page shows it. */
export interface ReceiptView {
  readonly caseNo: string
  /** e.g. 7 份都已送达: green only then. */
  readonly deliveredText: string
  readonly allDelivered: boolean
  readonly rows: readonly Fact[]
  /** Files that upstream does not list: said plainly, never counted as delivered. */
  readonly missing: readonly string[]
  /** What is to be brought later, and until when. */
  readonly promised: readonly string[]
  /** What happens when they are not brought. */
  readonly promisedNote: string
  /** What happens now, and what after it. */
  readonly next: readonly { readonly title: string; readonly note: string }[]
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

function deliveredText({ delivered, total }: Receipt): string {
  if (total === 0) return '没有上传文件'
  return delivered === total ? `${total} 份都已送达` : `已送达 ${delivered} 份，共 ${total} 份`
}

export function receiptView(receipt: Receipt): ReceiptView {
  const { caseNo, matterName, applicantName, agentName, submittedAt, promisedFinishDate } = receipt
  return {
    caseNo,
    deliveredText: deliveredText(receipt),
    allDelivered: receipt.total > 0 && receipt.delivered === receipt.total,
    rows: factsFrom({
      事项: matterName,
      申请人: applicantName,
      经办人: agentName,
      提交时间: formatBeijingTime(submittedAt),
    }),
    missing: receipt.missing,
    promised: receipt.promised.map(promisedText),
    promisedNote: notKept(receipt),
    next: [
      { title: '窗口核对材料', note: '会告诉您是否受理、要不要补' },
      {
        title: promisedFinishDate ? `承诺 ${formatBeijingDate(promisedFinishDate)}前办好` : '受理后按承诺时限办理',
        note: '要您做什么，会在首页和“消息”里说',
      },
    ],
  }
}
