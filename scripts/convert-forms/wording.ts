/**
 * What the applicant reads, where the specification's note for specialists is too terse: what must hold, and what to do
 * now. `<slug>.<check id>`; without a row the specification's own sentence stands.
 */
export const WORDING: Readonly<Record<string, string>> = {
  'nurse-registration.c1': '通过护士执业资格考试已超过 3 年，请在材料中上传 3 个月临床护理培训考核合格证明',
  'nurse-registration.c2': '延续注册应在证书有效期届满 30 日前提出。请核对证书有效期；如已不足 30 日，请先联系窗口咨询',
  'nurse-registration.c3': '健康体检须在 6 个月以内。请核对体检日期；如已超过，请重新体检后再申报',
  'nurse-registration.c4': '临床实习须满 8 个月。请核对实习起止日期',
  'nurse-registration.c6': '护理、助产专业学制须为全日制 3 年以上。请核对学制；如有疑问，请联系窗口',
  'nurse-registration.c7': '体检结论须为“适合执业”才能办理注册。如填写有误请更正，否则请先联系窗口咨询',
  'nurse-registration.c8': '变更注册的法定办结时限是 7 个工作日',
}

/**
 * Numbers that may change without a new form, or whose reading the office has yet to confirm: they live in
 * cloudfunctions/forms/parameters.json. `<slug>.<check id>.<param>` → name of the parameter.
 */
export const PARAMETERS: Readonly<Record<string, string>> = {
  'nurse-registration.c2.min_days': 'nurseRenewalLeadDays',
}
