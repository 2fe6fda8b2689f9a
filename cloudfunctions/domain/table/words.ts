import { EXPLAINED } from '../../files/sheet'

/** What a cell may say instead of a value of its own. Blanks do not matter; with ' before it, it is text as it stands. */

const ABOVE = /^(同上|上同|同上一?行|〃|″|“|”|〞|"|ditto)$/i
const ELSEWHERE = /^(同左|同右|同下)$/
const TOTAL = /^.{0,20}(合计|小计|总计|共计|累计|汇总)(数|金额|数量)?[:：]?(\(.*\)|（.*）)?$|^.{0,20}total:?$/i
const SIGNED = /^(填表|制表|填报|审核|复核|负责人|单位负责人|经办人|日期|联系|单位|盖章)[^:：]{0,6}[:：]/
const REMARK = /^((备?注|附注|说明|填表说明)\d*[:：]|[-—（(]*(以下空白|以下无正文)[-—）)]*$)/

const says =
  (words: RegExp) =>
  (text: string): boolean =>
    !text.startsWith("'") && words.test(text.replace(/\s/g, ''))

/** What stands above. */
export const isAbove = says(ABOVE)

/** What stands beside or below: nobody can tell which of it. */
export const isElsewhere = says(ELSEWHERE)

/** The row is the sum of others: `合计`, `本页小计：`, `甲公司汇总`. */
export const isTotal = says(TOTAL)

/** The row says who made the list. */
export const isSigned = says(SIGNED)

/** The row remarks on the others. */
export const isRemark = says(REMARK)

/** Nothing of the applicant's: the template's own row of explanations. */
export const isExplanation = (text: string): boolean => text.trimStart().startsWith(EXPLAINED)

/** Would the text be taken for one of these when it is read from a file? */
export const isMeantOtherwise = (text: string): boolean =>
  [isAbove, isElsewhere, isTotal, isSigned, isRemark, isExplanation].some((says) => says(text))
