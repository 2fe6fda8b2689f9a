import { listMatters, listRecommended, searchMatters } from '../../../cloudfunctions/one-network/resources/items'
import { type ProviderForResources, startProviderForResources, budget } from '../support/resources'

let upstream: ProviderForResources
beforeAll(async () => {
  upstream = await startProviderForResources()
})
afterAll(() => upstream.close())

const fileable = (matterId: string) => matterId.endsWith('1')
const search = (keyword: string, pageNo = 1, pageSize = 10) =>
  searchMatters({ keyword, pageNo, pageSize }, budget(), fileable)
const names = async (keyword: string) => (await search(keyword)).rows.map(({ shortName }) => shortName)

test('finds by name, by short name and by parts of them, in spite of blanks and width', async () => {
  expect(await names('  货运 ')).toEqual(['道路货运许可'])
  expect(await names('护士注册')).toEqual(['护士执业注册'])
  expect(await names('道路 许可')).toEqual(expect.arrayContaining(['道路货运许可']))
  expect(await names('没有这个事项')).toEqual([])
})

test('pages like every list', async () => {
  const all = await search('许可', 1, 50)
  expect(all.total).toBe(all.rows.length)
  expect(all.total).toBeGreaterThan(5)
  const second = await search('许可', 2, 4)
  expect(second).toEqual({ total: all.total, pageNo: 2, pageSize: 4, rows: all.rows.slice(4, 8) })
  expect((await search('许可', 99, 4)).rows).toEqual([])
})

test('looks for one kind of applicant only', async () => {
  const query = { keyword: '注册', subjectType: 'person', pageNo: 1, pageSize: 50 } as const
  const { rows } = await searchMatters(query, budget(), fileable)
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.filter(({ subjects }) => !subjects.includes('person'))).toEqual([])
})

test('recommends different matters of the catalogue, each at most once', async () => {
  const known = new Map((await listMatters(budget(), fileable)).map((matter) => [matter.matterId, matter]))
  const seen = new Set<string>()
  for (let n = 0; n < 6; n += 1) {
    const drawn = await listRecommended(4, undefined, budget(), fileable)
    expect(new Set(drawn.map(({ matterId }) => matterId)).size).toBe(4)
    for (const matter of drawn) expect(matter).toEqual(known.get(matter.matterId))
    drawn.forEach(({ matterId }) => seen.add(matterId))
  }
  expect(seen.size).toBeGreaterThan(4)
  const persons = await listRecommended(20, 'person', budget(), fileable)
  expect(persons.map(({ subjects }) => subjects.includes('person'))).toEqual(persons.map(() => true))
})
