import { hasDishonestyRecord } from '../../../miniprogram/shared/domain/credit'
import { obstacleOf } from '../../../miniprogram/shared/domain/evaluation'
import { toCaseContents } from '../../../cloudfunctions/one-network/mappers/case-contents'
import { toCreditFacts } from '../../../cloudfunctions/one-network/mappers/credit'
import { toCreditRecords } from '../../../cloudfunctions/one-network/mappers/credit-records'
import {
  toEvaluatedCase,
  toEvaluationChoices,
  toEvaluationState,
} from '../../../cloudfunctions/one-network/mappers/evaluations'

/** Functions 10, 21, 27, 29, 31 as they may really arrive: null, '' and missing mean the same; nothing crashes. */

describe('#31', () => {
  test('levels come best first; reasons of another level, levels that cannot be and empty rows are left out', () => {
    const choices = toEvaluationChoices({
      levels: [
        { score: 1, scoreName: '', reasonRequiredFlag: '1', options: [{ optionCode: '108', optionName: '' }, null] },
        { score: 5, scoreName: '非常满意', options: [{ optionCode: '407', optionName: '别的' }] },
        { score: 9, scoreName: '好极了' },
        null,
      ],
      maxOptions: null,
    })
    expect(choices).toEqual({
      levels: [
        { score: 5, name: '非常满意', reasonRequired: false, options: [] },
        { score: 1, name: '1 分', reasonRequired: true, options: [{ code: '108', name: '选项 108' }] },
      ],
      maxOptions: 10,
    })
  })

  test.each([null, {}, { levels: null }, { levels: [] }])('%j is no answer', (wire) => {
    expect(toEvaluationChoices(wire)).toBeUndefined()
  })
})

describe('#29', () => {
  test.each([null, {}, { evaluatedFlag: null }])('%j does not say whether there is one', (wire) => {
    expect(toEvaluationState(wire)).toBeUndefined()
  })

  test('nothing said yet: it may be said now, or not', () => {
    expect(toEvaluationState({ evaluatedFlag: '0', evaluableFlag: '1' })).toEqual({ state: 'open' })
    expect(toEvaluationState({ evaluatedFlag: '0', evaluableFlag: null })).toEqual({ state: 'closed' })
  })

  test('said, without a reply yet', () => {
    const wire = {
      evaluatedFlag: '1',
      score: 3,
      scoreName: '基本满意',
      options: null,
      comment: null,
      replyContent: '',
    } as const
    const given = { score: 3, scoreName: '基本满意', options: [], comment: '' }
    expect(toEvaluationState(wire)).toEqual({ state: 'given', given })
  })
})

test('#27: a finished case can be rated until 30 days after its last step; an unknown state is not finished', () => {
  const nodes = [
    { seq: 1, nodeCode: '10', endTime: '2026-11-02 10:00:00' },
    { seq: 8, nodeCode: '80', endTime: '2026-11-13 15:32:08' },
  ] as const
  const wire = { caseNo: 'BJ1', itemName: '护士执业注册', caseStatus: '90', caseStatusName: '已办结', nodes }
  expect(toEvaluatedCase(wire)).toMatchObject({ isFinished: true, rateBy: '2026-12-13' })
  expect(toEvaluatedCase({ ...wire, nodes: null })).not.toHaveProperty('rateBy')
  const unknown = toEvaluatedCase({ ...wire, caseStatus: '35' })
  expect(unknown.isFinished).toBe(false)
  expect(unknown).not.toHaveProperty('rateBy')
})

test('#10: the page and the gate for promises say the same of every answer', () => {
  const answers = [
    { foundFlag: '1' },
    { foundFlag: '1', dishonestFlag: '0', dishonestExecuted: null },
    { foundFlag: '1', dishonestFlag: '1' },
    { foundFlag: '1', dishonestFlag: '', dishonestExecuted: [{ courtCaseNo: '1' }] },
    { foundFlag: '1', dishonestExecuted: [null] },
  ] as const
  for (const wire of answers) {
    const records = toCreditRecords(wire)
    expect(records && hasDishonestyRecord(records)).toBe(toCreditFacts(wire)?.dishonest === '1')
  }
  expect(toCreditRecords({ foundFlag: '0' })).toBeUndefined()
  expect(toCreditRecords(null)).toBeUndefined()
})

test('#21: forms, files and promises; rows without an id are left out', () => {
  const files = [{ fileName: 'a.pdf', fileSize: 7 }, { fileName: '' }, null]
  const materials = [
    { materialId: 'CL1', materialName: '申请表', kind: '1' },
    { materialId: 'CL2', materialName: '证明', kind: '2', attachments: files, promisePendingFlag: '0' },
    { materialId: 'CL3', materialName: '设备证明', kind: '2', promisePendingFlag: '1', attachments: null },
    { materialId: '' },
    null,
  ] as const
  expect(toCaseContents({ caseNo: 'BJ1', caseStatus: '90', materials }).materials).toEqual([
    { materialId: 'CL1', name: '申请表', isForm: true, isPromised: false, files: [] },
    { materialId: 'CL2', name: '证明', isForm: false, isPromised: false, files: [{ fileName: 'a.pdf', size: 7 }] },
    { materialId: 'CL3', name: '设备证明', isForm: false, isPromised: true, files: [] },
  ])
})

test('what keeps an evaluation from being sent', () => {
  const options = Array.from({ length: 12 }, (_o, n) => ({ code: `2${10 + n}`, name: '' }))
  const choices = { levels: [{ score: 2, name: '不满意', reasonRequired: true, options }], maxOptions: 10 }
  const draft = { score: 2, optionCodes: ['210'], comment: '' }
  expect(obstacleOf(draft, choices)).toBe('')
  expect(obstacleOf({ ...draft, optionCodes: [], comment: '慢' }, choices)).toBe('')
  expect(obstacleOf({ ...draft, score: 0 }, choices)).toBe('请先选择满意程度')
  expect(obstacleOf({ ...draft, optionCodes: [] }, choices)).toContain('至少选一条')
  expect(obstacleOf({ ...draft, optionCodes: options.map(({ code }) => code) }, choices)).toBe(
    '最多选择 10 条原因，请减少',
  )
  expect(obstacleOf({ ...draft, comment: '长'.repeat(501) }, choices)).toContain('最多 500 个字')
})
