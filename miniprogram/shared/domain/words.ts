import { COMMITMENT_LABEL, NOT_KEPT } from './commitment'

/**
 * The field's own words that pages show, each in one plain sentence: what it means, and what it asks of the citizen. Beside
 * the first place of a page where such a word stands, components/help-word has a ?.
 */
export const WORDS = {
  一网通: '天津市政务一网通。您用它的账号登录，在这里填的申请和材料也交到它那里，由窗口办理。',

  // The provider's four lists.
  补证件: '窗口看过了，要您补充或更正材料。请在写明的期限前补好并提交。',
  在办件: '已经提交，还没有办完。轮到您做什么时，会写在“消息”里。',
  承诺补证件: '提交时您承诺后补的材料，还没有交齐。请在期限前补交，逾期可能影响结果。',
  办结件: '已经有了结果：办完、不予许可、不予受理，或者撤回、终止。',

  // The steps of a case.
  受理: '窗口看过申请，材料齐全、符合要求，开始办理。办理时限从受理之日起算。',
  补正: '材料不齐或者不合要求，窗口会写明要补什么、改什么。您照着补好，再提交。',

  // How long it takes.
  承诺时限: '办理部门承诺多久办好，从受理之日起算，等您补正的时间不算。',
  法定时限: '法律、法规、规章规定的最长办理时间。',
  通常时限: '没有找到明文规定，是通常的办理时间，以窗口为准。',

  // What may be left out, or brought later.
  能核验就免交: '这项材料能通过数据共享核验。核验到了就不用交；核验不到的，窗口会联系您。',
  承诺后补: '暂时没有的材料，签了承诺书就可以先提交，在期限前补交。',
  [COMMITMENT_LABEL.tolerance]: `暂时缺少的材料，签承诺书后可以先受理，补齐后窗口才作出决定。${NOT_KEPT.tolerance}。`,
  [COMMITMENT_LABEL.promiseApproval]: `暂时缺少的材料，签承诺书后窗口先作出决定，再在期限内补齐。${NOT_KEPT.promiseApproval}。`,
  [COMMITMENT_LABEL.noticeCommitment]: `签承诺书保证符合条件，有的材料申请时就不用交，办好以后再核查。${NOT_KEPT.noticeCommitment}。`,
} as const

export type Word = keyof typeof WORDS
