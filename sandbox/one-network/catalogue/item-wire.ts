import { departmentName, departmentOf } from './departments'
import { type Item, isPromisable } from './item'
import type { LimitUnit } from './matter-files'

const UNIT_CODE: Readonly<Record<LimitUnit, string>> = { working_day: '1', calendar_day: '2', month: '3' }

/** 1 行政许可, 2 行政确认, 3 其他行政权力. */
function itemType(matterType: string): string {
  if (matterType.startsWith('行政许可')) return '1'
  return matterType.startsWith('行政确认') ? '2' : '3'
}

const flag = (value: boolean) => (value ? '1' : '0')

/** ItemBrief of the contract. */
export function toItemBrief(item: Item) {
  const { departmentCode, themeCode, themeName } = departmentOf(item.field)
  return {
    itemId: item.itemId,
    itemCode: `XUGOU${item.itemId}`,
    itemName: item.name,
    shortName: item.shortName,
    itemType: itemType(item.type),
    subjectTypes: item.subjectTypes.join(','),
    department: departmentName(item.field),
    departmentCode,
    themeCode,
    themeName,
    onlineLevel: '4',
    statutoryDays: item.limit.value,
    promisedDays: item.limit.promisedWorkingDays,
    situationFlag: flag(item.situations.length > 0),
    promiseFlag: toPromiseInfo(item).supported,
  }
}

/** 告知承诺（容缺受理）: the contract has one place for all of them. */
function toPromiseInfo(item: Item) {
  const promisable = item.materials.filter(isPromisable)
  const scope = [...promisable.map(({ name }) => name), item.noticeRelief].filter(Boolean).join('、')
  if (scope === '') return { supported: '0', scope, supplementDays: null, consequence: '' }
  const days = promisable.map(({ promise }) => promise.days)
  return {
    supported: '1',
    scope,
    supplementDays: days.length > 0 ? Math.max(...days) : null,
    consequence: '不履行承诺的，依法不予许可或者撤销决定，并记入信用档案',
  }
}

/** ItemDetail of the contract. Address, hours and phones are fictional. */
export function toItemDetail(item: Item, updatedAt: string) {
  const { limit, results, fee } = item
  return {
    ...toItemBrief(item),
    statutoryLimit: {
      value: limit.value,
      unit: UNIT_CODE[limit.unit],
      text: limit.text,
    },
    promisedLimit: {
      value: limit.promisedWorkingDays,
      unit: UNIT_CODE.working_day,
      text: `受理之日起${limit.promisedWorkingDays}个工作日`,
    },
    notCounted: limit.notCounted,
    legalBasis: item.legalBasis.map(({ law, article, content }) => ({ lawName: law, article, content })),
    conditions: item.conditions,
    resultDocuments: results.map(({ name, validity }) => ({ docName: name, validity: validity?.text || null })),
    noticeCommitment: toPromiseInfo(item),
    chargeFlag: flag(fee.charged),
    chargeNote: fee.text,
    handleAddress: '天津高新区政务服务中心（虚构地址：虚构大道 1 号）综合窗口',
    handleTime: '工作日 9:00-12:00，13:30-17:00',
    phone: '022-00000001',
    complaintPhone: '022-00000002',
    handleType: limit.promisedWorkingDays <= 1 ? '即办件' : '承诺件',
    visitTimes: 1,
    bookingPhone: '022-00000003',
    bookingNote: '可以打电话预约，也可以到窗口取号',
    handleLatitude: 39.08,
    handleLongitude: 117.1,
    process: item.isLicence
      ? ['申请提交', '网上预审', '收件受理', '审查', '决定', '制证送达']
      : ['申请提交', '网上预审', '收件受理', '审查', '决定', '送达办结'],
    tips: item.tips,
    guideVersion: 'V1',
    updatedAt,
  }
}
