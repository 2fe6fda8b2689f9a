import { MATTER_FIXTURES } from '../shared/fixtures/matters'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { completeMatter, wordsOf } from './support/file-matter'

/** Every matter can be filed from start to end by the functions that are deployed, with as little and as much as it takes. */

let system: System
beforeAll(async () => {
  system = await startSystem()
}, 60_000)
afterAll(() => system.close())

const ACCOUNTS = { person: '13000000102', enterprise: '91120116MA0FXN011B' } as const

const ROWS = MATTER_FIXTURES.flatMap((fixture) =>
  (['minimal', 'maximal'] as const).map((which) => [fixture.slug, which, fixture] as const),
)

test.each(ROWS)(
  '%s, %s',
  async (slug, which, fixture) => {
    const citizen = new Citizen(system, `${slug}-${which}`)
    const { guide } = await citizen.call('matter.open', { matterId: wordsOf(slug).itemId })
    const subject = guide.subjects.includes('enterprise') ? 'enterprise' : 'person'
    await citizen.bind(ACCOUNTS[subject], subject)
    const { draftId, version } = await completeMatter(citizen, fixture, which)
    const review = await citizen.call('declaration.review', { draftId })
    const told = Object.values(review.problems).flat()
    expect(told.filter(({ severity }) => severity !== 'info')).toEqual([])
    expect([review.missingMaterials, review.barred]).toEqual([[], ''])
    const outcome = await citizen.call('declaration.submit', { draftId, version })
    if (outcome.state !== 'submitted') throw new Error('not submitted')
    expect(outcome.receipt.missing).toEqual([])
    expect(system.provider.office.openCase(outcome.receipt.caseNo)).toBeDefined()
  },
  60_000,
)
