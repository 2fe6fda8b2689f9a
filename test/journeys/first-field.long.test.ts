import type { Page } from 'playwright-core'
import { Citizen } from '../cloudfunctions/support/citizen'
import { completeMatter, filingOf, isForEnterprises } from '../cloudfunctions/support/file-matter'
import type { MatterFixture } from '../shared/fixtures/matter-fixture'
import { MATTER_FIXTURES } from '../shared/fixtures/matters'
import { appInBrowser } from '../support/app-in-browser'
import { eventually, pageData, shown } from '../support/browser'
import { touch } from '../support/citizen/touch'
import { firstFieldFaults, SMALL_PHONE } from '../support/layout'

/** Every step of every form of every matter at 360×640: a whole field stands above the bar before anybody scrolls. */

const world = appInBrowser({ rateLimits: false })
const ACCOUNTS = { person: '13000000102', enterprise: '91120116MA0FXN011B' } as const

interface Step {
  readonly stepTitle: string
  readonly stepIndex: number
  readonly lastStep: boolean
}

const stepOf = async (page: Page): Promise<Step> =>
  (await eventually(
    () => pageData(page),
    (data) => data['ready'] === true,
    20_000,
  )) as unknown as Step

/** Citizens by login: each is bound once, because the provider counts logins. */
const bound = new Map<string, Citizen>()

async function citizenFor({ slug, account }: MatterFixture): Promise<Citizen> {
  const subject = isForEnterprises(slug) ? 'enterprise' : 'person'
  const login = account ?? ACCOUNTS[subject]
  const known = bound.get(login)
  if (known) return known
  const citizen = new Citizen(world.app, `first-field-${bound.size}`)
  await citizen.bind(login, subject)
  bound.set(login, citizen)
  return citizen
}

test.each(MATTER_FIXTURES.map((fixture) => [fixture.slug, fixture] as const))(
  '%s',
  async (_slug, fixture) => {
    const citizen = await citizenFor(fixture)
    const { draftId } = await completeMatter(citizen, fixture, filingOf(fixture, 'maximal'))
    const route = `packages/declare/pages/form/form?draftId=${draftId}`
    const phone = await world.browser.open(`${world.app.url}/phone.html?citizen=${citizen.id}#/${route}`, {
      viewport: SMALL_PHONE,
    })
    const found: string[] = []
    let seen = 0
    for (;;) {
      const step = await stepOf(phone.page)
      seen += 1
      for (const fault of await firstFieldFaults(phone.page)) found.push(`${step.stepTitle}: ${fault}`)
      if (step.lastStep) break
      await touch(shown(phone.page).locator('.bottom__next'))
      await eventually(
        () => stepOf(phone.page),
        ({ stepIndex }) => stepIndex === step.stepIndex + 1,
      )
    }
    await phone.context.close()
    expect(found).toEqual([])
    expect(seen).toBeGreaterThan(1)
  },
  90_000,
)
