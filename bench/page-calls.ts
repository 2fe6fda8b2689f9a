import { launchBrowser, shown, eventually, routes } from '../test/support/browser'
import { arriveAt } from '../test/support/citizen/arrive'
import { bindAccount } from '../test/support/citizen/bind'
import { answerSituation } from '../test/support/citizen/start'
import { startApp } from '../test/support/app'
import { knowsTheApp } from '../test/support/known-app'
import type { Figure } from './measure'

/** The fictional nurse of the sandbox. */
const NURSE = { subjectType: 'person', account: '13000000102', password: 'Demo@2026' } as const

const MATTER = 'SX120116000014'

/** Every page that asks the cloud for something when it opens, with what it needs. */
const PAGES: readonly { readonly route: string; readonly query: string }[] = [
  { route: 'pages/home/home', query: '' },
  { route: 'pages/matters/matters', query: '' },
  { route: 'pages/cases/cases', query: '' },
  { route: 'pages/account/account', query: '' },
  { route: 'packages/matter/pages/guide/guide', query: `?matterId=${MATTER}` },
  { route: 'packages/matter/pages/situation/situation', query: `?matterId=${MATTER}` },
  { route: 'packages/declare/pages/form/form', query: '?draftId=DRAFT' },
  { route: 'packages/declare/pages/attachments/attachments', query: '?draftId=DRAFT' },
  { route: 'packages/declare/pages/review/review', query: '?draftId=DRAFT' },
  { route: 'packages/case/pages/progress/progress', query: '?caseNo=CASE' },
]

/** Cloud calls that each page makes to open, counted in Chromium until the page shows its content and rests. */
export async function pageCalls(): Promise<Figure[]> {
  const [app, browser] = await Promise.all([startApp(), launchBrowser(knowsTheApp)])
  try {
    const first = await browser.open(`${app.url}/#/packages/account/pages/bind/bind`)
    await bindAccount(first.page, NURSE)
    await eventually(
      () => routes(first.page),
      (stack) => stack.at(-1) !== 'packages/account/pages/bind/bind',
    )
    // The draft that the filing pages open.
    await first.page.goto(`${app.url}/#/packages/matter/pages/situation/situation?matterId=${MATTER}`)
    await first.page.reload()
    await answerSituation(first.page, ['首次注册', '未超过3年', '本人'])
    await shown(first.page).locator('.start').tap()
    await arriveAt(first.page, 'packages/declare/pages/form/form')
    const draftId = new URL(first.page.url().replace('/#', '')).searchParams.get('draftId') ?? ''
    const caseNo = app.provider.office.listCases().find((c) => c.applicantName.startsWith('虞'))?.caseNo ?? ''
    const figures: Figure[] = []
    for (const { route, query } of PAGES) {
      const address = `${app.url}/#/${route}${query.replace('DRAFT', draftId).replace('CASE', caseNo)}`
      const { page, context, requests } = await browser.open(address)
      await arriveAt(page, route)
      await eventually(
        () => shown(page).innerText(),
        (text) => text.length > 30 && !text.includes('正在加载'),
      )
      // A second call would follow at once; give it time to be seen.
      await page.waitForTimeout(700)
      const calls = requests.filter((url) => url.includes('/invoke/')).length
      figures.push({ name: `cloud calls to open ${route}`, promise: '1', measured: String(calls), holds: calls === 1 })
      await context.close()
    }
    const most = String(Math.max(...figures.map(({ measured }) => Number(measured))))
    const name = `cloud calls to open each of ${PAGES.length} pages`
    const record = { id: 'page-calls', values: { pages: String(PAGES.length), most } } as const
    figures.push({ name, promise: '1', measured: most, holds: figures.every(({ holds }) => holds), record })
    return figures
  } finally {
    await browser.close()
    await app.close()
  }
}
