import { type MatterFixture } from '../shared/fixtures/matter-fixture'
import { MATTER_FIXTURES } from '../shared/fixtures/matters'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { completeMatter, filingOf, isForEnterprises } from './support/file-matter'

/** Every matter can be filed from start to end by the functions that are deployed, with as little and as much as it takes. */

const ACCOUNTS = { person: '13000000102', enterprise: '91120116MA0FXN011B' } as const

let system: System
const citizens = new Map<string, Citizen>()
beforeAll(async () => {
  system = await startSystem()
}, 60_000)
afterAll(() => system.close())

/** A citizen with the account that the matter wants; bound once, because the provider counts logins. */
async function citizenFor({ slug, account }: MatterFixture): Promise<Citizen> {
  const subject = isForEnterprises(slug) ? 'enterprise' : 'person'
  const login = account ?? ACCOUNTS[subject]
  const known = citizens.get(login)
  if (known) return known
  const citizen = new Citizen(system, `every-matter-${citizens.size}`)
  await citizen.bind(login, subject)
  citizens.set(login, citizen)
  return citizen
}

const ROWS = MATTER_FIXTURES.flatMap((fixture) =>
  (['minimal', 'maximal'] as const).map((which) => [fixture.slug, which, fixture] as const),
)

test.each(ROWS)(
  '%s, %s',
  async (_slug, which, fixture) => {
    const citizen = await citizenFor(fixture)
    const { draftId, version } = await completeMatter(citizen, fixture, filingOf(fixture, which))
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

for (const fixture of MATTER_FIXTURES)
  for (const filing of fixture.lawful ?? [])
    test(`${fixture.slug}, ${filing.name}`, async () => {
      const citizen = await citizenFor(fixture)
      const { draftId, version } = await completeMatter(citizen, fixture, filing)
      const review = await citizen.call('declaration.review', { draftId })
      const told = Object.values(review.problems).flat()
      expect(told.filter(({ severity }) => severity === 'error')).toEqual([])
      expect([review.missingMaterials, review.barred]).toEqual([[], ''])
      const outcome = await citizen.call('declaration.submit', { draftId, version })
      expect(outcome.state).toBe('submitted')
    }, 60_000)
