import { type Fact, factsFrom } from '../../../shared/domain/fact'
import type { SupplementReceipt } from '../../../shared/domain/supplement'
import { formatBeijingDate, formatBeijingTime } from '../../../shared/domain/time'
import { roundTitle } from './round-view'

export interface SupplementReceiptView {
  readonly title: string
  readonly rows: readonly Fact[]
  readonly missing: readonly string[]
  /** What happens now. */
  readonly next: readonly string[]
}

function nextOf({ kind, clockRuns, promisedFinishDate }: SupplementReceipt): readonly string[] {
  if (kind === 'promise') {
    return ['窗口会核对您补交的材料，您不用再操作。', '补交不改变办件状态，办理照常进行。']
  }
  const date = promisedFinishDate === undefined ? '' : `承诺办结日期现在是 ${formatBeijingDate(promisedFinishDate)}。`
  return [
    '窗口会接着办理，您不用再操作；需要再补正时，会在“办件”里提示您。',
    clockRuns
      ? `补正结束了：已经受理的，办理时限接着计时；还没有受理的，从受理那天算起。${date}`
      : '一网通还显示暂停计时，请过一会儿在办件进度里查看。',
  ]
}

export function supplementReceiptView(receipt: SupplementReceipt): SupplementReceiptView {
  const { caseNo, round, kind, matterName, statusName, submittedAt, delivered, total, missing, forms } = receipt
  return {
    title: `${roundTitle(round, kind)}，已提交`,
    rows: factsFrom({
      办件编号: caseNo,
      事项: matterName,
      办件状态: statusName,
      提交时间: formatBeijingTime(submittedAt),
      文件: total === 0 ? '' : `已送达 ${delivered}/${total}`,
      重交的表: forms.join('、'),
    }),
    missing,
    next: nextOf(receipt),
  }
}
