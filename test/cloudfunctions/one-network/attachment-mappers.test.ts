import fc from 'fast-check'
import { load } from 'js-yaml'
import { readFileSync } from 'node:fs'
import { toCaseMaterials, toFileInfo, toPastFile } from '../../../cloudfunctions/one-network/mappers/attachments'

type Examples = Record<string, { readonly value: { readonly data: unknown } }>
interface Operation {
  readonly post: {
    readonly responses: { readonly 200: { readonly content: Record<string, { readonly examples: Examples }> } }
  }
}
const contract = load(readFileSync('docs/one-network/openapi.yaml', 'utf8')) as {
  readonly paths: Record<string, Operation>
}

/** `data` of an example answer of the contract. */
const example = (path: string, name: string): never =>
  contract.paths[`/api/v1/${path}`]?.post.responses[200].content['application/json']?.examples[name]?.value
    .data as never

test('#8: a file and its address; a digest counts only in our own algorithm', () => {
  const info = toFileInfo(example('attachments/info', 'vehicle'), 'HMAC-SM3')
  expect(info).toEqual({
    attachId: 'FJ20261102101133000102',
    fileName: '行驶证及技术等级评定.pdf',
    size: 48,
    materialId: 'CL12011600000105',
    materialName: '机动车行驶证及车辆技术等级评定结论',
    declareNo: 'SB20261102120116000027',
    caseNo: '',
    uploadedAt: '2026-11-02T10:11:33+08:00',
    digest: 'c74250e6fd8dca242ace3a3a83bdd675bdaf1ef5db7232f437a3d4119e5e2f31',
    downloadUrl: 'https://ywt-test.example.invalid/files/FJ20261102101133000102?expires=1793586000&sign=3b9d0c7e',
    blocked: false,
  })
  expect(toFileInfo(example('attachments/info', 'vehicle'), 'HMAC-SHA256')?.digest).toBe('')
  expect(
    toFileInfo({ attachId: 'FJ1', downloadUrl: 'https://x.invalid/1', scanStatus: '2' }, 'HMAC-SM3')?.blocked,
  ).toBe(true)
  expect(toFileInfo({ attachId: 'FJ1' }, 'HMAC-SM3')).toBeUndefined()
})

test('#9: a file of an earlier case; no id is no file', () => {
  const { rows } = example('attachments/last', 'legalId') as { readonly rows: readonly object[] }
  expect(rows.map((row) => toPastFile(row, 'HMAC-SM3'))).toMatchObject([
    { attachId: 'FJ20260817141020000033', caseNo: 'BJ20260817120116000009', uploadedAt: '2026-08-17T14:10:20+08:00' },
  ])
  expect(toPastFile({ fileName: 'x.pdf' }, 'HMAC-SM3')).toBeUndefined()
})

test('#21: materials with files; forms are left out, and the case’s material counts', () => {
  const materials = toCaseMaterials(example('cases/materials', 'current'), 'HMAC-SM3')
  expect(materials.map(({ materialId }) => materialId)).not.toContain('CL12011600000101')
  expect(materials.find(({ materialId }) => materialId === 'CL12011600000105')?.files).toHaveLength(3)
  const moved = toCaseMaterials(
    {
      materials: [
        { materialId: 'CL9', materialName: '新', kind: '2', attachments: [{ attachId: 'FJ1', materialId: 'CL1' }] },
      ],
    },
    'HMAC-SM3',
  )
  expect(moved[0]?.files[0]).toMatchObject({ materialId: 'CL9', materialName: '新' })
})

test.each([
  ['toPastFile', toPastFile],
  ['toFileInfo', toFileInfo],
  ['toCaseMaterials', toCaseMaterials],
] as const)('%s never throws', (_name, map) => {
  const keys = [
    'attachId',
    'materials',
    'attachments',
    'fileSize',
    'digest',
    'digestMethod',
    'downloadUrl',
    'materialId',
  ]
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(null, undefined, '', '1', 7),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys), tie('tree')),
    ),
  }))
  fc.assert(
    fc.property(tree, (wire) => void map(wire as never, 'HMAC-SM3')),
    { numRuns: 300 },
  )
})
