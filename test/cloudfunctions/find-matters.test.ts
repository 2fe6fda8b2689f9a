import { ALL_MATTERS } from '../support/matters'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { NURSE } from './support/nurse'

let system: System
beforeAll(async () => {
  system = await startSystem()
}, 60_000)
afterAll(() => system.close())
afterEach(() => system.provider.faults.clear())

const SCHOOL = 'SX120116000013'
/** Its gateway answers 503: a function that is silent, not the whole provider. */
const down = (functionNo: number) => system.provider.faults.set({ match: { functionNo }, kind: 'status' })
const idsOf = (matters: readonly { readonly matterId: string }[]) => matters.map(({ matterId }) => matterId)

describe('names', () => {
  test('the catalogue knows how names are read, and how a name should read', async () => {
    const { matters } = await new Citizen(system, 'reader').call('matter.list', {})
    expect(matters).toHaveLength(ALL_MATTERS.length)
    for (const { pinyin } of matters) expect(pinyin).toHaveLength(2)
    expect(matters.find(({ matterId }) => matterId === NURSE.matterId)?.pinyin?.[0]).toBe('hu shi zhi ye zhu ce')
    const corrected = matters.filter(({ label }) => label !== undefined)
    expect(idsOf(corrected)).toEqual([SCHOOL])
    expect(corrected[0]?.name).toContain('自觉考试助学')
    expect(corrected[0]?.label).toBe(corrected[0]?.name.replace('自觉', '自学'))
    // The provider writes (A类) in half-width brackets.
    expect(matters.map(({ shortName }) => shortName)).toContain('户外广告设施许可（A类）')
    expect(matters.filter(({ shortName }) => /[()]/.test(shortName))).toEqual([])
  })
})

describe('search', () => {
  test('the provider’s best comes first, with our own words for it; nothing found is an empty answer', async () => {
    const anybody = new Citizen(system, 'searcher')
    const { matters } = await anybody.call('matter.search', { keyword: ' 注册 ' })
    expect(idsOf(matters)).toContain(NURSE.matterId)
    expect(matters[0]?.pinyin).toHaveLength(2)
    expect(matters[0]?.fileable).toBe(true)
    expect(await anybody.call('matter.search', { keyword: '出国护照' })).toEqual({ matters: [] })
    // It is asked in simplified characters without signs, and not at all for signs alone.
    const traditional = await anybody.call('matter.search', { keyword: '「護士」，執業！' })
    expect(idsOf(traditional.matters)[0]).toBe(NURSE.matterId)
    expect(await anybody.call('matter.search', { keyword: '！？' })).toEqual({ matters: [] })
    const forEnterprises = await anybody.call('matter.search', { keyword: '注册', subjectType: 'enterprise' })
    expect(forEnterprises.matters.filter(({ subjects }) => !subjects.includes('enterprise'))).toEqual([])
  })

  test('a provider that is down is a failure, never an empty list', async () => {
    down(35)
    const failure = await new Citizen(system, 'searcher').failure('matter.search', { keyword: '护士' })
    expect(failure.code).toBe('UPSTREAM_UNAVAILABLE')
  }, 30_000)

  test('a blank keyword is refused', async () => {
    expect(await new Citizen(system, 'searcher').code('matter.search', { keyword: ' \u3000 ' })).toBe('INVALID_INPUT')
  })
})

describe('recommendation', () => {
  test('while #34 is down, home says so for that part within seconds, and the rest is there', async () => {
    down(34)
    const before = Date.now()
    const home = await new Citizen(system, 'unlucky').call('home.open', {})
    expect(Date.now() - before).toBeLessThan(8000)
    expect(home.recommended).toMatchObject({ ok: false, error: { code: 'UPSTREAM_UNAVAILABLE' } })
    expect(home.matters).toMatchObject({ ok: true })
  }, 30_000)

  test('fits the active identity, and is remembered for each kind of applicant', async () => {
    const both = new Citizen(system, 'both')
    await both.bind(NURSE.account)
    const person = await both.call('home.open', {})
    if (!person.recommended.ok) throw new Error('no recommendation')
    expect(person.recommended.value.matters).not.toHaveLength(0)
    expect(person.recommended.value.matters.filter(({ subjects }) => !subjects.includes('person'))).toEqual([])
    await both.bind('xingcha', 'enterprise')
    const enterprise = await both.call('home.open', {})
    if (!enterprise.recommended.ok) throw new Error('no recommendation')
    const { matters, more } = enterprise.recommended.value
    expect(matters).toHaveLength(4)
    expect(more).toBe(true)
    expect(matters.filter(({ subjects }) => !subjects.includes('enterprise'))).toEqual([])
    down(34)
    expect((await both.call('home.open', {})).recommended).toEqual(enterprise.recommended)
  })

  test('换一批 shows every one before any comes again, without asking anew', async () => {
    const both = new Citizen(system, 'both')
    const home = await both.call('home.open', {})
    let shown = home.recommended.ok ? idsOf(home.recommended.value.matters) : []
    const seen = new Set(shown)
    down(34)
    for (let n = 0; n < 3; n += 1) {
      const next = await both.call('matter.recommend', { shown })
      expect(next.matters).toHaveLength(4)
      expect(next.phone).toBe('022-00000001')
      shown = idsOf(next.matters)
      for (const matterId of shown) {
        expect(seen.has(matterId)).toBe(false)
        seen.add(matterId)
      }
    }
  })

  test('without a telephone the matters still come', async () => {
    const fresh = await startSystem()
    try {
      fresh.provider.faults.set({ match: { functionNo: 3 }, kind: 'unknown-code' })
      const next = await new Citizen(fresh, 'nobody').call('matter.recommend', { shown: [] })
      expect([next.matters.length, next.phone]).toEqual([4, ''])
    } finally {
      await fresh.close()
    }
  }, 60_000)
})
