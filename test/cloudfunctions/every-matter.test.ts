import { MATTER_FIXTURES } from '../shared/fixtures/matters'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { completeMatter, wordsOf } from './support/file-matter'

/** Every matter can be filed from start to end by the functions that are deployed, with as little and as much as it takes. */

const ACCOUNTS = { person: '13000000102', enterprise: '91120116MA0FXN011B' } as const

let system: System
const citizens = {} as Record<keyof typeof ACCOUNTS, Citizen>
beforeAll(async () => {
  system = await startSystem()
  for (const subject of ['person', 'enterprise'] as const) {
    citizens[subject] = new Citizen(system, `every-matter-${subject}`)
    await citizens[subject].bind(ACCOUNTS[subject], subject)
  }
}, 60_000)
afterAll(() => system.close())

const ROWS = MATTER_FIXTURES.flatMap((fixture) =>
  (['minimal', 'maximal'] as const).map((which) => [fixture.slug, which, fixture] as const),
)

test.each(ROWS)(
  '%s, %s',
  async (slug, which, fixture) => {
    const { guide } = await citizens.person.call('matter.open', { matterId: wordsOf(slug).itemId })
    const citizen = citizens[guide.subjects.includes('enterprise') ? 'enterprise' : 'person']
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
