import { Citizen } from '../../cloudfunctions/support/citizen'
import { FREIGHT, vehicles } from '../../cloudfunctions/support/freight'
import { NURSE } from '../../cloudfunctions/support/nurse'
import type { App } from '../../support/app'
import { shown, tap } from '../../support/browser'
import type { ScreenShown, Stage } from './screens'

/*
 * What `npm run screens` shows besides the main way: the pages beside it, and each kind of page while it loads, when it failed
 * and without a network.
 */

const VEHICLES = 'veh_owned'
const form = 'packages/declare/pages/form/form'
const guide = 'packages/matter/pages/guide/guide'
const progress = 'packages/case/pages/progress/progress'
const ofNurse = (): string => `?matterId=${NURSE.matterId}`
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

const STATES: readonly ScreenShown[] = [
  { name: 'home-loading', mockup: 'loading', route: 'pages/home/home', network: 'slow' },
  { name: 'matters-loading', mockup: 'loading', route: 'pages/matters/matters', network: 'slow' },
  { name: 'guide-loading', mockup: 'loading', route: guide, query: ofNurse, network: 'slow' },
  {
    name: 'form-loading',
    mockup: 'loading',
    route: form,
    query: ({ draftId }) => `?draftId=${draftId}`,
    network: 'slow',
  },
  {
    name: 'progress-loading',
    mockup: 'loading',
    route: progress,
    query: ({ waiting }) => `?caseNo=${waiting}`,
    network: 'slow',
  },
  {
    name: 'progress-failed',
    mockup: 'failed',
    route: progress,
    query: ({ waiting }) => `?caseNo=${waiting}`,
    network: 'down',
  },
  { name: 'home-offline', mockup: 'offline', route: 'pages/home/home', network: 'down' },
  { name: 'matters-offline', mockup: 'offline', route: 'pages/matters/matters', network: 'down' },
  { name: 'cases-offline', mockup: 'offline', route: 'pages/cases/cases', network: 'down' },
  { name: 'guide-offline', mockup: 'offline', route: guide, query: ofNurse, network: 'down' },
  {
    name: 'form-offline',
    mockup: 'draft-offline',
    route: form,
    query: ({ draftId }) => `?draftId=${draftId}`,
    network: 'down',
  },
]

export const MORE_SCREENS: readonly ScreenShown[] = [...BESIDE, ...STATES]
