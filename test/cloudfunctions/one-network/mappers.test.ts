import fc from 'fast-check'
import { load } from 'js-yaml'
import { readFileSync } from 'node:fs'
import { toLogin } from '../../../cloudfunctions/one-network/mappers/account'
import {
  toCaseBrief,
  toCaseCounts,
  toCaseProgress,
  toCaseStatus,
} from '../../../cloudfunctions/one-network/mappers/cases'
import {
  toFormStatus,
  toHeldFile,
  toOpenedDeclaration,
  toTakenSubmission,
} from '../../../cloudfunctions/one-network/mappers/declarations'
import {
  toMatterBrief,
  toMatterGuide,
  toSituation,
  toSituations,
} from '../../../cloudfunctions/one-network/mappers/items'
import { toMaterial, toMaterials } from '../../../cloudfunctions/one-network/mappers/materials'
import { rowsOf } from '../../../cloudfunctions/one-network/answers'
import { type Wire } from '../../../cloudfunctions/one-network/wire'

const never = () => false

/** All mappers, as functions of anything. */
const MAPPERS: Readonly<Record<string, (wire: never) => unknown>> = {
  toMatterBrief: (wire) => toMatterBrief(wire, never),
  toMatterGuide: (wire) => toMatterGuide(wire, never),
  toSituation,
  toMaterial,
  toCaseCounts,
  toCaseBrief,
  toCaseProgress,
  toLogin,
  toOpenedDeclaration,
  toTakenSubmission,
  toFormStatus,
  toHeldFile,
}

/** Property names of the contract's schemas, so that random objects hit the names that mappers read. */
function contractKeys(): string[] {
  const contract = load(readFileSync('docs/one-network/openapi.yaml', 'utf8')) as {
    components: { schemas: Record<string, { properties?: object; allOf?: { properties?: object }[] }> }
  }
  const schemas = Object.values(contract.components.schemas).flatMap((schema) => [schema, ...(schema.allOf ?? [])])
  return [...new Set(schemas.flatMap((schema) => Object.keys(schema.properties ?? {})))]
}

const { tree } = fc.letrec<{ tree: unknown; node: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, undefined, '', '1', '999', 'constructor', '__proto__'),
    fc.string(),
    fc.double(),
    fc.boolean(),
    tie('node'),
    fc.array(tie('tree'), { maxLength: 4 }),
  ),
  node: fc.dictionary(fc.constantFrom(...contractKeys()), tie('tree'), { maxKeys: 12 }),
}))

describe('no mapper ever throws', () => {
  test.each(Object.keys(MAPPERS))('%s', (name) => {
    const map = MAPPERS[name]
    fc.assert(
      fc.property(tree, (wire) => {
        map?.(wire as never)
      }),
      { numRuns: 500 },
    )
  })

  test('and what it gives survives JSON without undefined members', () => {
    fc.assert(
      fc.property(tree, (wire) => {
        const mapped = toCaseProgress(wire as Wire<'ProgressData'>)
        expect(JSON.parse(JSON.stringify(mapped))).toStrictEqual(mapped)
      }),
    )
  })
})

describe('null, "" and missing mean the same', () => {
  test.each([
    ['null', null],
    ['empty', ''],
    ['missing', undefined],
  ])('%s', (_name, nothing) => {
    const guide = toMatterGuide(
      { itemId: 'SX1', itemName: '事项', themeName: nothing, chargeNote: nothing, tips: nothing as null },
      never,
    )
    expect(guide).toMatchObject({ matterId: 'SX1', shortName: '事项', tips: [], fee: { charged: false } })
    expect(guide).not.toHaveProperty('theme')
    expect(guide.fee).not.toHaveProperty('note')
  })
})

describe('unknown codes stay visible', () => {
  test('a case status that the contract does not list', () => {
    expect(toCaseStatus('37', '专家评审中')).toEqual({ code: '37', name: '专家评审中', known: false, turn: 'unknown' })
    expect(toCaseStatus('constructor', null)).toMatchObject({ known: false, turn: 'unknown' })
    expect(toCaseStatus('28', '待补正')).toEqual({ code: '28', name: '待补正', known: true, turn: 'applicant' })
  })

  test('material codes', () => {
    const material = toMaterial({
      materialId: 'CL1',
      materialName: '材料',
      kind: '7',
      necessity: '9',
      documentForm: '8',
    })
    expect(material).toMatchObject({
      kind: 'unknown',
      necessity: 'unknown',
      documentForm: '8',
      minCount: 0,
      maxCount: 1,
    })
  })

  test('a node state', () => {
    const nodes = [{ nodeCode: '55', nodeName: '', seq: 1, nodeState: '5' }]
    expect(toCaseProgress({ nodes }).nodes).toEqual([{ code: '55', name: '环节 55', seq: 1, state: 'unknown' }])
  })
})

test('times and days become Beijing time', () => {
  const brief = toCaseBrief({ caseNo: 'BJ1', submitTime: '2026-11-02 10:42:18', promisedFinishDate: '2026-11-20' })
  expect(brief).toMatchObject({ submittedAt: '2026-11-02T10:42:18+08:00', promisedFinishDate: '2026-11-20' })
})

test('counts that are missing are no zeros', () => {
  expect(toCaseCounts({ supplementCount: 0, processingCount: 2, finishedCount: null, promiseCount: 0 })).toBeUndefined()
  expect(toCaseCounts({ supplementCount: 0, processingCount: 2, finishedCount: 1, promiseCount: 0 })).toEqual({
    supplement: 0,
    processing: 2,
    finished: 1,
    promise: 0,
  })
})

test('a list that is missing is not an empty list', () => {
  expect(() => rowsOf(null)).toThrow('rows missing')
  expect(() => rowsOf({ rows: null })).toThrow('rows missing')
  expect(rowsOf({ rows: [] })).toEqual([])
  expect(rowsOf({ rows: [null, { a: 1 }] })).toEqual([{ a: 1 }])
})

test('questions and materials come in the provider’s order', () => {
  const question = (situationId: string, seq: number) => ({
    situationId,
    seq,
    question: situationId,
    chooseType: '1',
    requiredFlag: '1' as const,
    options: [],
  })
  expect(toSituations([question('B', 2), question('A', 1)]).map((s) => s.situationId)).toEqual(['A', 'B'])
  const material = (materialId: string, seq: number) => ({ materialId, seq })
  expect(toMaterials([material('B', 2), material('A', 1)]).map((m) => m.materialId)).toEqual(['A', 'B'])
})
