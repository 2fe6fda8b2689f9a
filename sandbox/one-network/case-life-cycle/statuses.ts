/** Case statuses of contract chapter 4. A status that is not in this table is shown with its raw name. */
export const STATUS_NAME: Readonly<Record<string, string>> = {
  '12': '已提交',
  '16': '预审通过',
  '24': '待收件',
  '26': '已收件待受理',
  '28': '待补正',
  '30': '已受理',
  '32': '审查中',
  '40': '不予许可',
  '50': '准予许可',
  '60': '证照已制作',
  '90': '已办结',
  '97': '不予受理',
  '98': '已撤回',
  '99': '已终止',
}

export const FINISHED: readonly string[] = ['40', '90', '97', '98', '99']

/** List categories of #18 and #19. */
export type CaseCategory = '1' | '2' | '3' | '4'

export const NODE_NAME: Readonly<Record<string, string>> = {
  '10': '申请提交',
  '20': '网上预审',
  '30': '收件',
  '40': '受理',
  '45': '补正',
  '50': '审查',
  '60': '决定',
  '70': '制证',
  '80': '送达办结',
  '88': '承诺补证',
}
