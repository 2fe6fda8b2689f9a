import { citizenText } from '../../../scripts/convert-matters/marks'
import { departmentName, departmentOf } from './departments'
import { type Item, isPromisable, promiseDays } from './item'
import type { SeedUnit } from './seed-types'

const UNIT_CODE: Readonly<Record<SeedUnit, string>> = { working_day: '1', calendar_day: '2', month: '3' }

/** 1 行政许可, 2 行政确认, 3 其他行政权力. */
function itemType(matterType: string): string {
  if (matterType.startsWith('行政许可')) return '1'
  return matterType.startsWith('行政确认') ? '2' : '3'
}

const flag = (value: boolean) => (value ? '1' : '0')

/** ItemBrief of the contract. */
export function toItemBrief(item: Item) {
  const { seed } = item
  const { departmentCode, themeCode, themeName } = departmentOf(seed.domain_code)
  return {
    itemId: item.itemId,
    itemCode: '',
    itemName: seed.name,
    shortName: seed.short_name,
    itemType: itemType(seed.matter_type),
    subjectTypes: item.subjectTypes.join(','),
    department: departmentName(seed.domain),
    departmentCode,
    themeCode,
    themeName,
    onlineLevel: '4',
    statutoryDays: seed.time_limit.statutory_value,
    promisedDays: seed.time_limit.suggested_promised_working_days,
    situationFlag: flag(item.situations.length > 0),
    promiseFlag: flag(item.materials.some(isPromisable)),
  }
}

function toPromiseInfo(item: Item) {
  const promisable = item.materials.filter(isPromisable)
  if (promisable.length === 0) return { supported: '0', scope: '', supplementDays: null, consequence: '' }
  return {
    supported: '1',
    scope: promisable.map(({ seed }) => seed.name).join('、'),
    supplementDays: Math.max(...promisable.map(promiseDays)),
    consequence: '逾期未补交的，依法撤销决定并记入信用档案',
  }
}

/**
 * ItemDetail of the contract, in words for citizens: the specification's marks of uncertainty are not the provider's.
 * Address, hours and phones are fictional.
 */
export function toItemDetail(item: Item, updatedAt: string) {
  const { seed } = item
  const limit = seed.time_limit
  return {
    ...toItemBrief(item),
    statutoryLimit: {
      value: limit.statutory_value,
      unit: UNIT_CODE[limit.unit],
      text: citizenText(limit.raw_text ?? ''),
    },
    promisedLimit: {
      value: limit.suggested_promised_working_days,
      unit: UNIT_CODE.working_day,
      text: `受理之日起${limit.suggested_promised_working_days}个工作日`,
    },
    notCounted: citizenText(limit.not_counted ?? ''),
    legalBasis: seed.legal_basis.map(({ law, article, gist }) => ({
      lawName: citizenText(law),
      article: citizenText(article ?? ''),
      content: citizenText(gist ?? ''),
    })),
    conditions: seed.guidance.conditions.map(citizenText),
    resultDocuments: [
      { docName: citizenText(seed.result.name), validity: citizenText(seed.result.validity?.note ?? '') || null },
      ...seed.result.also_issued.map((docName) => ({ docName: citizenText(docName), validity: null })),
    ],
    noticeCommitment: toPromiseInfo(item),
    chargeFlag: flag(seed.fee.charged),
    chargeNote: citizenText(seed.fee.note ?? ''),
    handleAddress: '天津高新区政务服务中心（虚构地址：虚构大道 1 号）综合窗口',
    handleTime: '工作日 9:00-12:00，13:30-17:00',
    phone: '022-00000001',
    complaintPhone: '022-00000002',
    process:
      seed.result.kind === 'licence'
        ? ['申请提交', '网上预审', '收件受理', '审查', '决定', '制证送达']
        : ['申请提交', '网上预审', '收件受理', '审查', '决定', '送达办结'],
    tips: seed.guidance.tips.map(citizenText),
    guideVersion: 'V1',
    updatedAt,
  }
}
