import { ALL_MATTERS } from '../../support/matters'
import { startTestProvider, type TestProvider } from './provider'

interface MaterialRow {
  readonly materialId: string
  readonly materialName: string
  readonly kind: string
  readonly situationText?: string
  readonly promiseFlag: string
  readonly shareFlag: string
}
interface SituationRow {
  readonly situationId: string
  readonly question: string
  readonly dependOptionIds: string | null
  readonly options: readonly {
    readonly optionId: string
    readonly optionName: string
    readonly blockFlag: string
    readonly blockTip: string
  }[]
}
interface ItemRow {
  readonly itemId: string
  readonly itemName: string
  readonly subjectTypes: string
  readonly promiseFlag: string
}
interface Rows<T> {
  readonly total: number
  readonly rows: readonly T[]
}

const HOURS = 'SX120116000009'
const PUBLIC_PLACE = 'SX120116000015'
const NURSE = 'SX120116000014'
const FREIGHT = 'SX120116000001'

let test: TestProvider
let items: readonly ItemRow[]
beforeAll(async () => {
  test = await startTestProvider()
  items = (await rows<ItemRow>('/api/v1/items/list', { pageSize: 50 })).rows
})
afterAll(() => test.stop())

async function rows<T>(path: string, body: object): Promise<Rows<T>> {
  test.advance(1000)
  const answer = await test.client.call(path, body)
  expect(answer.code).toBe('0')
  return answer.data as Rows<T>
}

describe('#33 list', () => {
  it('has every matter that has a folder', () => {
    expect(items).toHaveLength(ALL_MATTERS.length)
    expect(new Set(items.map(({ itemId }) => itemId)).size).toBe(ALL_MATTERS.length)
  })

  it('pages and filters', async () => {
    const page = await rows<ItemRow>('/api/v1/items/list', { pageNo: 3, pageSize: 10 })
    expect(page).toMatchObject({ total: ALL_MATTERS.length, pageNo: 3, pageSize: 10 })
    expect(page.rows).toEqual(items.slice(20))
    const persons = await rows<ItemRow>('/api/v1/items/list', { subjectType: 'person', pageSize: 50 })
    expect(persons.rows).toEqual(items.filter(({ subjectTypes }) => subjectTypes.includes('person')))
    expect(persons.total).toBeGreaterThan(0)
    const transport = await rows<ItemRow>('/api/v1/items/list', { themeCode: 'ZT0007' })
    expect(transport.total).toBe(ALL_MATTERS.filter(({ matter }) => matter.field === '交通运输').length)
  })
})

it('every matter has a guide, materials and situations that fit the contract', async () => {
  for (const { itemId, itemName } of items) {
    test.advance(1000)
    expect(await test.client.call('/api/v1/items/detail', { itemId })).toMatchObject({ code: '0', data: { itemName } })
    const all = await rows<MaterialRow>('/api/v1/items/prepare-materials', { itemId })
    const always = await rows<MaterialRow>('/api/v1/items/materials', { itemId })
    expect(always.rows.map((it) => it.materialId)).toEqual(
      all.rows.filter((it) => it.situationText === '').map((it) => it.materialId),
    )
    const situations = await rows<SituationRow>('/api/v1/items/situations', { itemId })
    expect(situations.total).toBeGreaterThan(0)
  }
})

it('an unknown matter is 3002', async () => {
  for (const path of ['detail', 'prepare-materials', 'materials', 'situations']) {
    test.advance(1000)
    expect((await test.client.call(`/api/v1/items/${path}`, { itemId: 'SX0' })).code).toBe('3002')
  }
})

it('says in words which situation needs a material', async () => {
  const { rows: materials } = await rows<MaterialRow>('/api/v1/items/prepare-materials', { itemId: FREIGHT })
  const textOf = (name: string) => materials.find((it) => it.materialName.startsWith(name))?.situationText
  expect(textOf('授权委托书')).toBe('委托他人办理')
  expect(textOf('道路货物运输经营申请表')).toBe('')
})

it('a material is promisable exactly when it is 容缺', async () => {
  const { rows: materials } = await rows<MaterialRow>('/api/v1/items/prepare-materials', { itemId: HOURS })
  expect(materials.filter((it) => it.promiseFlag === '1').map((it) => it.materialName)).toEqual([
    '涉及岗位职工签名表(职工知晓同意)',
  ])
  const flagOf = (wanted: string) => items.find(({ itemId }) => itemId === wanted)?.promiseFlag
  // A nurse may promise nothing; a public place may choose 告知承诺 as a whole.
  expect([flagOf(HOURS), flagOf(NURSE), flagOf(PUBLIC_PLACE)]).toEqual(['1', '0', '1'])
})

it('marks the options that cannot be filed here, with the reason', async () => {
  const blocked: string[] = []
  for (const { itemId } of items) {
    const situations = await rows<SituationRow>('/api/v1/items/situations', { itemId })
    for (const option of situations.rows.flatMap(({ options }) => options)) {
      if (option.blockFlag === '1') blocked.push(option.blockTip)
      else expect(option.blockTip).toBe('')
    }
  }
  const wanted = ['抢修、抢险施工作业依法无需本许可', '工地不在高新区的,请向工地所在区的审批部门申请']
  expect(blocked).toEqual(expect.arrayContaining(wanted))
})

describe('#13 materials by options', () => {
  let situations: readonly SituationRow[]
  const optionId = (question: number, option: number) => situations[question]?.options[option]?.optionId ?? ''
  const byOptions = (optionIds: readonly string[]) =>
    test.client.call('/api/v1/items/situation-materials', { itemId: NURSE, optionIds })

  beforeAll(async () => {
    situations = (await rows<SituationRow>('/api/v1/items/situations', { itemId: NURSE })).rows
  })

  it('names the options that a question depends on', () => {
    expect(situations[1]?.dependOptionIds).toBe(optionId(0, 0))
    expect(situations[0]?.dependOptionIds).toBeNull()
  })

  it('names the options of several questions, any of which asks the next one', async () => {
    const show = items.find(({ itemName }) => itemName === '营业性演出审批')
    const [change, item, , kind] = (
      await rows<SituationRow>('/api/v1/items/situations', { itemId: show?.itemId ?? '' })
    ).rows
    expect(kind?.dependOptionIds).toBe([change?.options[0]?.optionId, item?.options[6]?.optionId].join(','))
  })

  it('gives the materials of the chosen situation only', async () => {
    const first = (await byOptions([optionId(0, 0), optionId(1, 0), optionId(5, 0)])).data as Rows<MaterialRow>
    const renew = (await byOptions([optionId(0, 2), optionId(5, 0)])).data as Rows<MaterialRow>
    const names = (it: Rows<MaterialRow>) => it.rows.map(({ materialName }) => materialName)
    expect(names(first)).toContain('近期免冠正面白底2寸照片')
    expect(names(renew)).not.toContain('近期免冠正面白底2寸照片')
    expect(names(renew)).toContain('护士执业证书')
    expect(names(first)).not.toContain('护士执业证书')
  })

  it.each([
    ['a required question without an answer', () => [optionId(0, 0)]],
    ['an answer to a hidden question', () => [optionId(0, 2), optionId(1, 0), optionId(5, 0)]],
    ['two answers to a single choice', () => [optionId(0, 2), optionId(0, 4), optionId(5, 0)]],
    ['an option of another matter', () => [optionId(0, 2), optionId(5, 0), 'QX120116000001A01']],
  ])('refuses %s', async (_name, optionIds) => {
    const answer = await byOptions(optionIds())
    expect(answer.code).toBe('3001')
    expect((answer.data as { readonly errors: readonly object[] }).errors.length).toBeGreaterThan(0)
  })
})
