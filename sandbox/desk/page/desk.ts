import type { OfficeCase } from '../../one-network/office'
import type { Change } from './act-view'
import { listCases, listPushes, listRequests, openCase, readFaults } from './api'
import { CaseList } from './case-list'
import { caseView } from './case-view'
import { button, byId, el } from './dom'
import { startDrawer } from './drawer'
import { learnFunctions } from './functions'
import { run, runAlone, runQuietly } from './message'
import type { Tabs } from './tabs'
import { forgetWritten } from './written'

const REFRESH_MS = 5000

let selected = ''
/** What the list said of the open case when it was shown. */
let shown = ''
let tabs: Tabs | undefined

const list = new CaseList((caseNo) => run(() => showCase(caseNo)))
const drawer = startDrawer(runAlone)

async function showLists(): Promise<void> {
  const [cases, faults, requests, pushes] = await Promise.all([
    listCases(),
    readFaults(),
    listRequests(),
    listPushes(),
    learnFunctions(),
  ])
  list.show(cases.rows, selected)
  const open = cases.rows.find(({ caseNo }) => caseNo === selected)
  if (open !== undefined && shown !== '' && JSON.stringify(open) !== shown) tellMoved()
  drawer.show(faults, requests.rows, pushes.rows)
}

/** The open case is not replaced under the officer's hands: who wants to see what is new asks for it. */
function tellMoved(): void {
  if (document.getElementById('moved') !== null) return
  const look = button('看最新的', () => run(() => showCase(selected)))
  const said = el('p', ['这件有新的进展。', look], { id: 'moved', className: 'line note' })
  said.setAttribute('role', 'status')
  byId('case').prepend(said)
}

async function showCase(caseNo: string): Promise<OfficeCase> {
  selected = caseNo
  list.select(caseNo)
  shown = ''
  const found = await openCase(caseNo)
  // Another one was chosen while this one was on its way.
  if (selected !== caseNo) return found
  shown = JSON.stringify(found.brief)
  const change: Change = (work, done) =>
    runAlone(async () => {
      await work()
      forgetWritten(caseNo)
      if (selected !== caseNo) return
      const now = await showCase(caseNo)
      // What was asked for just now is what one wants to see.
      if (now.supplements.length > found.supplements.length) tabs?.choose('supplements')
      byId('case-title').focus()
    }, done)
  const view = caseView(found, tabs?.chosen() ?? '', change)
  tabs = view.tabs
  byId('case').replaceChildren(...view.elements)
  // In a narrow window it stands below the list.
  byId('case-title').scrollIntoView({ block: 'nearest' })
  await showLists()
  return found
}

byId('refresh').addEventListener('click', () =>
  run(() => (selected === '' ? showLists() : showCase(selected)), '已经刷新'),
)
run(showLists)
// Only the lists: the open case may hold a half-written opinion.
setInterval(() => runQuietly(showLists), REFRESH_MS)
