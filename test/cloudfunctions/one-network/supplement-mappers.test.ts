import { roundsOf } from '../../../cloudfunctions/one-network/answers'
import { toCaseProgress } from '../../../cloudfunctions/one-network/mappers/cases'
import {
  toCaseForms,
  toRequiredRound,
  toSupplementedRound,
  toTakenSupplement,
} from '../../../cloudfunctions/one-network/mappers/supplements'

const MATERIAL = { materialId: 'CL1', materialName: '身份证明', kind: '2', reason: '影像不清' }

test('a round as the contract gives it', () => {
  const round = toRequiredRound({
    round: 1,
    supplementType: '1',
    issuedAt: '2026-11-04 15:20:00',
    deadline: '2026-11-11 17:30:00',
    department: '部门',
    phone: '022-00000018',
    noticeNo: '虚构第 0018 号',
    officerNote: '请补正',
    materials: [{ ...MATERIAL, fileTypes: 'JPG,png', maxCount: 3, maxSizeBytes: 1000, formId: '', formVersion: null }],
  })
  expect(round).toEqual({
    round: 1,
    kind: 'supplement',
    issuedAt: '2026-11-04T15:20:00+08:00',
    deadline: '2026-11-11T17:30:00+08:00',
    department: '部门',
    phone: '022-00000018',
    noticeNo: '虚构第 0018 号',
    note: '请补正',
    items: [
      {
        materialId: 'CL1',
        name: '身份证明',
        kind: 'attachment',
        reason: '影像不清',
        fileTypes: ['jpg', 'png'],
        maxSizeBytes: 1000,
        maxCount: 3,
      },
    ],
  })
})

test.each([null, '', undefined])(
  '%p: no deadline, and none is invented; limits are those of the contract',
  (nothing) => {
    const round = toRequiredRound({
      round: 2,
      supplementType: '2',
      deadline: nothing,
      materials: [{ ...MATERIAL, maxCount: null, maxSizeBytes: null, fileTypes: nothing }],
    })
    expect(round).not.toHaveProperty('deadline')
    expect(round).toMatchObject({
      kind: 'promise',
      items: [
        {
          fileTypes: ['jpg', 'png', 'pdf', 'doc', 'docx', 'xls', 'xlsx', 'mp4', 'dwg'],
          maxSizeBytes: 10_485_760,
          maxCount: 300,
        },
      ],
    })
  },
)

test('new codes are unknown, not guessed', () => {
  const round = toRequiredRound({ round: 1, supplementType: '9', materials: [{ ...MATERIAL, kind: '7' }] })
  expect(round).toMatchObject({ kind: 'unknown', items: [{ kind: 'unknown' }] })
})

test('what has no number, or no rounds at all, is no answer', () => {
  expect(toRequiredRound({ materials: [] })).toBeUndefined()
  expect(toTakenSupplement({})).toBeUndefined()
  for (const data of [null, {}, { rounds: null }]) expect(() => roundsOf(data)).toThrow('rounds missing')
})

test('files of a round, with the round that each answered', () => {
  const file = { attachId: 'FJ1', fileName: 'a.pdf', fileSize: 3, uploadedAt: '2026-11-05 09:30:12', round: 1 }
  const round = toSupplementedRound(
    {
      round: 1,
      supplementType: '1',
      submittedFlag: '1',
      materials: [{ ...MATERIAL, attachments: [file, { attachId: '' }] }],
    },
    'HMAC-SM3',
  )
  expect(round).toMatchObject({ submitted: true, materials: [{ files: [{ attachId: 'FJ1', round: 1 }] }] })
  expect(round?.materials[0]?.files).toHaveLength(1)
  expect(round).not.toHaveProperty('submittedAt')
})

test('forms of a case: only what has data', () => {
  const forms = toCaseForms({
    materials: [
      { materialId: 'CL1', formVersion: '1.0', formData: { name: '虞青禾' } },
      { materialId: 'CL2', formData: null },
    ],
  })
  expect(forms).toEqual([{ materialId: 'CL1', formVersion: '1.0', formData: { name: '虞青禾' } }])
})

test('承诺补证 under way is told apart from one that is over', () => {
  const progress = (nodeState: string) => toCaseProgress({ caseNo: 'BJ1', nodes: [{ nodeCode: '88', nodeState }] })
  expect(progress('1').promiseDue).toBe(true)
  expect(progress('1').nodes).toMatchObject([{ state: 'current', promise: true }])
  expect(progress('2')).not.toHaveProperty('promiseDue')
})
