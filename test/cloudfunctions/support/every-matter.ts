import { type MatterFixture } from '../../shared/fixtures/matter-fixture'
import { startSystem, type System } from '../../support/system'
import { Citizen } from './citizen'
import { completeMatter, type Filed, isForEnterprises, wordsOf } from './file-matter'

type Row = readonly [slug: string, name: string, fixture: MatterFixture, filing: Filed]

const ACCOUNTS = { person: '13000000102', enterprise: '91120116MA0FXN011B' } as const

/** Files each from start to end by the functions that are deployed, several at a time: a test each. */
export function fileEach(rows: readonly Row[]): void {
  let system: System
  beforeAll(async () => {
    system = await startSystem()
  }, 60_000)
  afterAll(() => system.close())

  /** Citizens who file nothing just now, by login; each is bound once, because the provider counts logins. */
  const idle = new Map<string, Citizen[]>()
  let bound = 0

  /** Lends a citizen with the account that the matter wants. Most of a filing is waiting for the provider's limit per token, so several file at a time. */
  async function withCitizen<T>({ slug, account }: MatterFixture, file: (citizen: Citizen) => Promise<T>): Promise<T> {
    const subject = isForEnterprises(slug) ? 'enterprise' : 'person'
    const login = account ?? ACCOUNTS[subject]
    const waiting = idle.get(login) ?? []
    idle.set(login, waiting)
    let citizen = waiting.pop()
    if (!citizen) {
      citizen = new Citizen(system, `every-matter-${bound++}`)
      await citizen.bind(login, subject)
    }
    try {
      return await file(citizen)
    } finally {
      waiting.push(citizen)
    }
  }

  test.concurrent.each(rows)(
    '%s, %s',
    (_slug, _name, fixture, filing) =>
      withCitizen(fixture, async (citizen) => {
        const { draftId, version, materials } = await completeMatter(citizen, fixture, filing)
        const printed = materials.filter(({ ofPrint }) => ofPrint).map(({ materialId }) => materialId)
        expect(printed).toEqual([wordsOf(fixture.slug).materials['stamped_form']])
        const review = await citizen.call('declaration.review', { draftId })
        const told = Object.values(review.problems).flat()
        // A lawful filing may be told something; as little and as much as it takes says nothing but by the way.
        const isUsual = filing.name === 'minimal' || filing.name === 'maximal'
        const stops = told.filter(({ severity }) => (isUsual ? severity !== 'info' : severity === 'error'))
        expect([stops, review.missingMaterials, review.barred]).toEqual([[], [], ''])
        const outcome = await citizen.call('declaration.submit', { draftId, version })
        if (outcome.state !== 'submitted') throw new Error('not submitted')
        expect(outcome.receipt.missing).toEqual([])
        expect(system.provider.office.openCase(outcome.receipt.caseNo)).toBeDefined()
      }),
    60_000,
  )
}
