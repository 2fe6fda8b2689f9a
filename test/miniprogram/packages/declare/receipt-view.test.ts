import { receiptView } from '../../../../miniprogram/packages/declare/pages/receipt/receipt-view'
import type { PromisedMaterial, Receipt } from '../../../../miniprogram/shared/domain/declaration'

const RECEIPT: Receipt = {
  caseNo: 'BJ1',
  matterName: '特殊工时许可',
  applicantName: '天津星槎速达货运有限公司',
  statusName: '已提交',
  submittedAt: '2026-11-02T10:00:00+08:00',
  delivered: 1,
  total: 1,
  missing: [],
  promised: [],
}

const said = (...promised: readonly PromisedMaterial[]) => {
  const view = receiptView({ ...RECEIPT, promised })
  return [...view.promised, view.promisedNote]
}

test('what was promised is due by the clock of its own kind, and so is what follows', () => {
  expect(said({ name: '签名表', kind: 'tolerance', days: 18 })).toEqual([
    '签名表（容缺受理）：受理后 18 个工作日内补交',
    '容缺受理：逾期没有补交的，窗口可能退回申请，或者不予许可。',
  ])
  expect(said({ name: '章程', kind: 'promiseApproval', days: 60, dueBy: '2027-01-25' })).toEqual([
    '章程（承诺审批）：承诺之日起 60 个工作日内补交（最晚 2027年1月25日）',
    '承诺审批：逾期没有补齐的，撤销已作出的决定并记入信用记录。',
  ])
})

test('a promise of which nobody knows the kind any more names no day', () => {
  expect(said({ name: '签名表', days: 10 })).toEqual(['签名表：按承诺书写明的期限补交', ''])
})
