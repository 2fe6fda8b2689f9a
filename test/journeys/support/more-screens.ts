import { Citizen } from '../../cloudfunctions/support/citizen'
import { FREIGHT, vehicles } from '../../cloudfunctions/support/freight'
import type { App } from '../../support/app'
import { shown, tap } from '../../support/browser'
import { type ScreenShown, SCREENS, type Stage } from './screens'
import { QUIET_PAGES } from '../../support/quiet-pages'

/*
 * What `npm run screens` shows besides the main way: the pages beside it, and every page while it loads, without a network,
 * and when nothing answers.
 */

const VEHICLES = 'veh_owned'
const form = 'packages/declare/pages/form/form'
const firmTable = ({ firmDraftId }: Stage): string =>
  `?draftId=${firmDraftId}&materialId=${FREIGHT.form}&fieldId=${VEHICLES}`

/** The draft of a firm with a table that is filled in. */
export async function firmDraft(app: App): Promise<string> {
  const firm = new Citizen(app, 'screens-firm')
  await firm.bind(FREIGHT.account, 'enterprise')
  const { matterId, inPerson } = FREIGHT
  const { draftId } = await firm.call('declaration.start', {
    matterId,
    optionIds: [...inPerson],
    startKey: 'screens-firm',
  })
  const { declaration } = await firm.call('declaration.open', { draftId })
  const answers = { apply_type: 'new', [VEHICLES]: vehicles(4) }
  const forms = [{ materialId: FREIGHT.form, answers }]
  await firm.call('declaration.save', { draftId, baseVersion: declaration.version, forms })
  return draftId
}

const BESIDE: readonly ScreenShown[] = [
  {
    name: 'steps',
    mockup: 'tasks',
    route: 'packages/declare/pages/steps/steps',
    query: ({ draftId }) => `?draftId=${draftId}`,
  },
  {
    name: 'earlier',
    mockup: 'earlier',
    route: 'packages/declare/pages/earlier/earlier',
    query: ({ draftId, materialId }) => `?draftId=${draftId}&materialId=${materialId}`,
  },
  { name: 'form-table', mockup: 'form-table', route: form, query: firmTable, who: 'firm' },
  { name: 'import', mockup: 'import', route: 'packages/declare/pages/import/import', query: firmTable, who: 'firm' },
  { name: 'credit', mockup: 'credit', route: 'packages/account/pages/credit/credit', who: 'firm' },
  {
    name: 'cases-empty',
    mockup: 'empty',
    route: 'pages/cases/cases',
    who: 'firm',
    reach: async (page) => {
      await tap(page, '[aria-label^="补证件"]')
      await shown(page).locator('.empty-action').waitFor()
    },
  },
  {
    name: 'archive-packed',
    mockup: 'zip-done',
    route: 'packages/case/pages/archive/archive',
    query: ({ finished }) => `?caseNo=${finished}`,
    reach: async (page) => {
      await tap(page, '.pack')
      await shown(page).locator('.entry').first().waitFor({ timeout: 30_000 })
    },
  },
]

const MOCKUP = { loading: 'loading', offline: 'offline', failed: 'failed' } as const
const NETWORK = { loading: 'slow', offline: 'down', failed: 'failing' } as const

/** The page of a screen in the states that every page has: while it loads, without a network, when nothing answers. */
function statesOf({ name, route, query, who, unbound }: ScreenShown): readonly ScreenShown[] {
  const states = ['loading', 'offline', 'failed'] as const
  return states.map((state) => ({
    name: `${name}-${state}`,
    mockup: MOCKUP[state],
    route,
    ...(query && { query }),
    ...(who && { who }),
    ...(unbound && { unbound }),
    network: NETWORK[state],
  }))
}

/** One screen of each page: one that needs nothing but to be opened, where there is one. */
function oneOfEach(screens: readonly ScreenShown[]): readonly ScreenShown[] {
  const loading = screens.filter(({ route, unbound }) => !QUIET_PAGES.has(route) && !unbound)
  const byRoute = new Map<string, ScreenShown>()
  for (const screen of [...loading.filter(({ reach }) => !reach), ...loading]) {
    if (!byRoute.has(screen.route)) byRoute.set(screen.route, screen)
  }
  return [...byRoute.values()]
}

export const MORE_SCREENS: readonly ScreenShown[] = [...BESIDE, ...oneOfEach([...SCREENS, ...BESIDE]).flatMap(statesOf)]
