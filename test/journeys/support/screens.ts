import type { Page } from 'playwright-core'
import { Citizen } from '../../cloudfunctions/support/citizen'
import { attach, completeDraft, NURSE, open } from '../../cloudfunctions/support/nurse'
import { CALLBACK } from '../../cloudfunctions/support/push'
import { askedCase, fileCase } from '../../cloudfunctions/support/supplement'
import type { App } from '../../support/app'
import { eventually, pageData, shown, tap, typeInto } from '../../support/browser'
import { answerSituation, arriveAt } from '../../support/citizen'
import type { Reply } from '../../../miniprogram/shared/contract/reply'
import { touch } from '../../support/citizen/touch'

/** What the screens show: who has what. */
export interface Stage {
  readonly app: App
  /** Filled in half, and one with everything. */
  readonly draftId: string
  /** A material of the draft that takes files. */
  readonly materialId: string
  readonly fullDraftId: string
  readonly submittedDraftId: string
  readonly waiting: string
  readonly asked: string
  readonly finished: string
  /** A firm's draft; '' = the firm is not on the stage. */
  readonly firmDraftId: string
}

const HOUR_MS = 3_600_000

/** One citizen with a draft, a full one, a case at the office, one to supplement, one that is finished; another without an account. */
export async function setStage(app: App): Promise<Stage> {
  app.provider.pushes.to(app.cloud.url + CALLBACK, { everyMs: 0 })
  const citizen = new Citizen(app, 'screens')
  await citizen.bind(NURSE.account)
  const asked = await askedCase(citizen, 'asked', { withForm: true, deadline: Date.now() + 75 * HOUR_MS })
  const waiting = await fileCase(citizen, 'waiting')
  // One that the provider has had before.
  const { page } = await citizen.call('case.list', { category: 'finished', pageNo: 1 })
  const finished = page.rows[0]?.caseNo ?? ''
  const submitted = await completeDraft(citizen, 'screens-submitted')
  await citizen.call('declaration.submit', submitted)
  const full = await completeDraft(citizen, 'screens-full')
  // Of the same situation there is one draft only.
  const optionIds = NURSE.optionIds.map((id) => id.replace('B01', 'B02'))
  const { draftId } = await citizen.call('declaration.start', {
    matterId: NURSE.matterId,
    optionIds,
    startKey: 'screens-open',
  })
  const declaration = await open(citizen, draftId)
  const [first] = declaration.materials.filter(({ kind }) => kind === 'attachment')
  if (first) await attach(citizen, { draftId, materialId: first.materialId })
  await app.provider.pushes.deliverDue()
  const drafts = { draftId, fullDraftId: full.draftId, submittedDraftId: submitted.draftId, firmDraftId: '' }
  return { app, ...drafts, materialId: first?.materialId ?? '', waiting, asked, finished }
}

export interface ScreenShown {
  /** Also the name of its picture. */
  readonly name: string
  /** Its mockup's name in the design. */
  readonly mockup: string
  readonly route: string
  readonly query?: (stage: Stage) => string
  /** Nobody is bound. */
  readonly unbound?: true
  /** Somebody else than the citizen with everything. */
  readonly who?: 'firm'
  /** Answers never come, nothing leaves the phone after the page was there once, or every answer is a failure. */
  readonly network?: 'slow' | 'down' | 'failing'
  /** Brings the opened page into the state. */
  readonly reach?: (page: Page) => Promise<void>
}

const form = 'packages/declare/pages/form/form'
const myData = 'packages/account/pages/my-data/my-data'
const intro = 'packages/account/pages/intro/intro'
async function cards(page: Page, count: number): Promise<void> {
  for (let card = 0; card < count; card += 1) await tap(page, '.guide-next')
}
const draft = ({ draftId }: Stage): string => `?draftId=${draftId}`

/** Every page of the main way, in the states that the design draws. */
export const SCREENS: readonly ScreenShown[] = [
  { name: 'home-unbound', mockup: 'home-unbound', route: 'pages/home/home', unbound: true },
  { name: 'home', mockup: 'home-360', route: 'pages/home/home' },
  { name: 'matters', mockup: 'matters', route: 'pages/matters/matters' },
  {
    name: 'matters-search',
    mockup: 'matters-search',
    route: 'pages/matters/matters',
    reach: (page) => typeInto(page, '[aria-label="搜索事项"]', 'hyxk'),
  },
  {
    name: 'matters-nothing',
    mockup: 'matters-search',
    route: 'pages/matters/matters',
    reach: (page) => typeInto(page, '[aria-label="搜索事项"]', '出国护照'),
  },
  {
    name: 'guide',
    mockup: 'guide',
    route: 'packages/matter/pages/guide/guide',
    query: () => `?matterId=${NURSE.matterId}`,
  },
  {
    name: 'guide-questions',
    mockup: 'guide',
    route: 'packages/matter/pages/guide/guide',
    query: () => `?matterId=${NURSE.matterId}`,
    reach: async (page) => {
      for (const row of ['常见问题', '列出的材料都要交吗', '办好以后拿到什么']) {
        await touch(shown(page).locator('.fold', { hasText: row }).first())
      }
    },
  },
  {
    name: 'situation',
    mockup: 'situation',
    route: 'packages/matter/pages/situation/situation',
    query: () => `?matterId=${NURSE.matterId}`,
    unbound: true,
    reach: (page) => answerSituation(page, ['首次注册']),
  },
  {
    name: 'checklist',
    mockup: 'checklist',
    route: 'packages/matter/pages/situation/situation',
    query: () => `?matterId=${NURSE.matterId}`,
    reach: async (page) => {
      await answerSituation(page, ['首次注册', '未超过3年', '本人'])
      await shown(page).locator('.start').waitFor()
    },
  },
  { name: 'form', mockup: 'form-360', route: form, query: draft },
  {
    name: 'form-problems',
    mockup: 'form-problems-360',
    route: form,
    query: draft,
    reach: async (page) => {
      await tap(page, '.bottom__next')
      await shown(page).locator('.problem').first().waitFor()
    },
  },
  {
    name: 'attachments',
    mockup: 'attachments-360',
    route: 'packages/declare/pages/attachments/attachments',
    query: draft,
  },
  {
    name: 'attachments-full',
    mockup: 'attachments-360',
    route: 'packages/declare/pages/attachments/attachments',
    query: ({ fullDraftId }) => `?draftId=${fullDraftId}`,
  },
  {
    name: 'review',
    mockup: 'review',
    route: 'packages/declare/pages/review/review',
    query: ({ fullDraftId }) => `?draftId=${fullDraftId}`,
  },
  { name: 'review-blocked', mockup: 'review', route: 'packages/declare/pages/review/review', query: draft },
  {
    name: 'receipt',
    mockup: 'receipt',
    route: 'packages/declare/pages/receipt/receipt',
    query: ({ submittedDraftId }) => `?draftId=${submittedDraftId}`,
  },
  { name: 'cases', mockup: 'cases', route: 'pages/cases/cases' },
  {
    name: 'progress-turn',
    mockup: 'progress-turn-360',
    route: 'packages/case/pages/progress/progress',
    query: ({ asked }) => `?caseNo=${asked}`,
  },
  {
    name: 'progress-wait',
    mockup: 'progress-wait',
    route: 'packages/case/pages/progress/progress',
    query: ({ waiting }) => `?caseNo=${waiting}`,
  },
  {
    name: 'progress-finished',
    mockup: 'case-files',
    route: 'packages/case/pages/progress/progress',
    query: ({ finished }) => `?caseNo=${finished}`,
  },
  {
    name: 'supplement',
    mockup: 'supplement-360',
    route: 'packages/declare/pages/supplement/supplement',
    query: ({ asked }) => `?caseNo=${asked}`,
  },
  { name: 'inbox', mockup: 'inbox', route: 'packages/account/pages/inbox/inbox' },
  {
    name: 'rating',
    mockup: 'rating',
    route: 'packages/case/pages/rating/rating',
    query: ({ finished }) => `?caseNo=${finished}`,
  },
  {
    name: 'help',
    mockup: 'help',
    route: 'packages/matter/pages/guide/guide',
    query: () => `?matterId=${NURSE.matterId}`,
    reach: async (page) => {
      await tap(page, '[aria-label^="什么是"]')
      await shown(page).locator('.meaning').first().waitFor()
    },
  },
  { name: 'intro-1', mockup: 'intro-1', route: intro },
  { name: 'intro-2', mockup: 'intro-2', route: intro, reach: (page) => cards(page, 1) },
  { name: 'intro-3', mockup: 'intro-3', route: intro, reach: (page) => cards(page, 2) },
  { name: 'account', mockup: 'account', route: 'pages/account/account' },
  { name: 'my-data', mockup: 'my-data', route: myData },
  { name: 'consent', mockup: 'consent', route: 'packages/account/pages/consent/consent' },
  {
    name: 'policy',
    mockup: 'consent',
    route: 'packages/account/pages/policy/policy',
    query: () => '?text=sensitive',
  },
  {
    name: 'my-data-export',
    mockup: 'my-data-export',
    route: myData,
    reach: (page) => tap(page, '.export'),
  },
  {
    name: 'my-data-delete',
    mockup: 'my-data-delete',
    route: myData,
    reach: (page) => tap(page, '.leave'),
  },
  { name: 'bind', mockup: 'bind', route: 'packages/account/pages/bind/bind', unbound: true },
  { name: 'documents', mockup: 'licences', route: 'packages/case/pages/documents/documents' },
  {
    name: 'archive',
    mockup: 'zip',
    route: 'packages/case/pages/archive/archive',
    query: ({ finished }) => `?caseNo=${finished}`,
  },
]

async function openAnew(page: Page, address: string, route: string): Promise<void> {
  // A changed hash alone would leave the page of before beneath.
  await page.goto('about:blank')
  await page.goto(address)
  await arriveAt(page, route)
}

/** What the functions answer while One-Network does not. */
const FAILURE: Reply<never> = {
  ok: false,
  requestId: 'screens-failing',
  error: { code: 'UPSTREAM_UNAVAILABLE', retryable: true },
}

const untilLoaded = (page: Page): Promise<number> =>
  eventually(
    () => shown(page).locator('[aria-label="正在加载"]').count(),
    (count) => count === 0,
    20_000,
  )

/** Opens the page of a screen anew and brings it into its state. */
export async function show(page: Page, screen: ScreenShown, stage: Stage): Promise<void> {
  const query = screen.query?.(stage) ?? ''
  const citizen = screen.unbound ? 'screens-nobody' : screen.who === 'firm' ? 'screens-firm' : 'screens'
  const address = `${stage.app.url}/phone.html?citizen=${citizen}#/${screen.route}${query}`
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  if (screen.network === 'slow') {
    await page.route(`${stage.app.cloud.url}/**`, () => undefined)
    await openAnew(page, address, screen.route)
    await shown(page).locator('.waiting').first().waitFor()
    return
  }
  if (screen.network === 'failing') {
    await page.goto(address)
    await page.evaluate(() => localStorage.clear())
    await page.route(`${stage.app.cloud.url}/invoke/**`, (route) => route.fulfill({ json: { result: FAILURE } }))
  }
  await openAnew(page, address, screen.route)
  if (screen.network === 'down') {
    await untilLoaded(page)
    await page.route(`${stage.app.cloud.url}/**`, (route) => route.abort())
    await openAnew(page, address, screen.route)
  }
  await untilLoaded(page)
  if (screen.route === form && screen.network !== 'failing') {
    await eventually(
      () => pageData(page),
      (data) => data['ready'] === true,
      20_000,
    )
  }
  await screen.reach?.(page)
  // What opens has opened.
  await page.waitForTimeout(300)
}
