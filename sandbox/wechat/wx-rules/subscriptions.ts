import { Refusal } from './outcome'

/** WeChat asks for so many messages at once. */
const MAX_TEMPLATES = 5

/** The two parts of what wx.requestSubscribeMessage checks; errCode as in its documentation. */
export function checkTemplates(templateIds: readonly string[]): void {
  if (templateIds.length === 0) throw new Refusal("TmplIds can't be empty", { errCode: 10001 })
  if (templateIds.length > MAX_TEMPLATES) throw new Refusal('Templates count out of max bounds', { errCode: 20003 })
}

/** Template id → the citizen's answer, the same for each. */
export const subscriptionAnswers = (templateIds: readonly string[], agreed: boolean): Record<string, string> =>
  Object.fromEntries(templateIds.map((id) => [id, agreed ? 'accept' : 'reject']))
