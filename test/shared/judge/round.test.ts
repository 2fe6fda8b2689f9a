import { type SupplementItem } from '../../../miniprogram/shared/domain/supplement'
import { isAnswered, lackOf, lackSentence } from '../../../miniprogram/shared/judge'

/** What an item of a round still lacks: page and server ask the same question. */

const FILE: SupplementItem = {
  materialId: 'CL-proof',
  name: '身份证明',
  kind: 'attachment',
  reason: '影像不清',
  fileTypes: ['pdf'],
  maxSizeBytes: 1024,
  maxCount: 2,
  before: [],
  files: [],
  others: [],
}
const FORM: SupplementItem = { ...FILE, materialId: 'CL-form', name: '申请表', kind: 'form' }
const file = (state: 'queued' | 'stored' | 'delivered' | 'refused') => ({
  attachmentId: `att-${state}`,
  materialId: FILE.materialId,
  fileName: 'a.pdf',
  size: 10,
  state,
  providerId: '',
})
const other = { fileId: 'FJ1', fileName: 'b.pdf', size: 10, uploadedAt: '2026-11-02T10:00:00+08:00' }
const CHANGE = { fieldId: 'mobile', label: '电话', before: '1', after: '2' }
const formItem = (form: Partial<NonNullable<SupplementItem['form']>>): SupplementItem => ({
  ...FORM,
  form: { obstacle: '', changes: [], problems: 0, ...form },
})

test.each([
  ['nothing', { files: [] }, '还没有上传新文件'],
  ['only a refused file', { files: [file('refused')] }, '还没有上传新文件'],
  ['a file on its way', { files: [file('queued')] }, '有文件没有送达'],
  ['one of two on its way', { files: [file('delivered'), file('stored')] }, '有文件没有送达'],
  ['a delivered file', { files: [file('delivered')] }, ''],
  ['a delivered and a refused one', { files: [file('delivered'), file('refused')] }, ''],
  ['one from elsewhere', { files: [], others: [other] }, ''],
] as const)('a material with %s', (_what, change, lack) => {
  const item = { ...FILE, ...change }
  expect([lackOf(item, ''), lackOf(item, '说明')]).toEqual([lack, lack])
  expect(lackSentence(item, '')).toBe(lack === '' ? '' : `“身份证明”${lack}`)
  expect(isAnswered(item, '')).toBe(lack === '')
})

test.each([
  ['not read yet', FORM, '原来填的内容暂时没有取到，请点上面的“刷新”再试'],
  ['one that cannot be corrected here', formItem({ obstacle: '请到窗口修改', problems: 2 }), '请到窗口修改'],
  ['wrong entries', formItem({ problems: 2, changes: [CHANGE] }), '还有 2 处没有填对'],
  ['a change', formItem({ changes: [CHANGE] }), ''],
] as const)('a form: %s', (_what, item, lack) => {
  expect([lackOf(item, ''), lackOf(item, '说明')]).toEqual([lack, lack])
  expect(lackSentence(item, '')).toBe(lack === '' ? '' : `《申请表》${lack}`)
})

test('a form as it was is answered by saying why, and blanks say nothing', () => {
  const item = formItem({})
  expect([lackOf(item, ''), lackOf(item, ' \n'), lackOf(item, '核对无误')]).toEqual(['还没有修改', '还没有修改', ''])
})
