/**
 * What the applicant reads, where the specification's note for specialists is too terse: what must hold, and what to do
 * now. `<slug>.<check id>`; without a row the specification's own sentence stands.
 */
export const WORDING: Readonly<Record<string, string>> = {
  'road-freight.c1': '货运驾驶员年龄不得超过 60 周岁。请核对身份证号；确已超龄的，请更换驾驶员',
  'road-freight.c2': '已购置和拟购置的车辆合计至少 1 辆。请填写车辆数',
  'road-freight.c3':
    '您的车辆总质量都不超过 4500 千克，从事普通货运依法不需要办理本许可。请先联系窗口确认，再决定是否继续申报',
  'road-freight.c4': '车辆明细的行数与“已购置车辆数”不一致。请补齐明细，或更正车辆数',
  'road-freight.c5': '这个车牌号在表内填写了不止一次。请核对，每辆车只填一行',
  'road-freight.c6': '驾驶员人数少于已购置车辆数。请核对人数；如情况属实，可以继续',
  'road-freight.c7': '有总质量超过 4500 千克的车辆，驾驶员须填写从业资格证号。请对照证件填写 17 至 19 位号码',
  'road-freight.c8': '总质量 12000 千克及以上的货车和半挂牵引车应安装卫星定位装置。请核对；尚未安装的，请先安装',
  'road-freight.c9': '延续应在有效期届满 30 日前提出。请核对有效期；如已不足 30 日，请先联系窗口',
  'night-construction.c2': '夜间施工时段应在 22:00 至次日 6:00 之间，且开始早于结束。请修改每日开始或结束时间',
  'night-construction.c3':
    '申请天数应与起止日期的天数一致（首尾两天都算），且一般不超过 {nightMaxDays} 天。请核对天数和日期；上限以窗口为准',
  'night-construction.c4': '夜间施工一般应至少提前 {nightLeadDays} 天申请。请核对开始日期；如情况紧急，请联系窗口',
  'night-construction.c5':
    '场界噪声预测值超过夜间限值 {nightNoiseLimit} dB(A)。请补充降噪措施，并在防治方案中说明；限值以窗口核定为准',
  'night-construction.c6':
    '起止日期与中考、高考禁止夜间施工的期间重合，其间 21:00 至次日 7:00 禁止施工。请避开这段日期；具体日期以当年通知为准',
  'night-construction.c7': '抢修、抢险施工依法不需要办理本许可。请联系窗口办理备案，不必继续申报',
  'night-construction.c8': '位于噪声敏感建筑物集中区域的工地须设置噪声自动监测系统。请设置后再申报，并选择“是”',
  'nurse-registration.c1': '通过护士执业资格考试已超过 3 年，请在材料中上传 3 个月临床护理培训考核合格证明',
  'nurse-registration.c2':
    '延续注册应在证书有效期届满 {nurseRenewalLeadDays} 日前提出。请核对证书有效期；如已不足 {nurseRenewalLeadDays} 日，请先联系窗口咨询',
  'nurse-registration.c3': '健康体检须在 6 个月以内。请核对体检日期；如已超过，请重新体检后再申报',
  'nurse-registration.c4': '临床实习须满 8 个月。请核对实习起止日期',
  'nurse-registration.c6': '护理、助产专业学制须为全日制 3 年以上。请核对学制；如有疑问，请联系窗口',
  'nurse-registration.c7': '体检结论须为“适合执业”才能办理注册。如填写有误请更正，否则请先联系窗口咨询',
  'nurse-registration.c8': '变更注册的法定办结时限是 7 个工作日',
}
