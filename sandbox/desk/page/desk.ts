import type { OfficeCaseBrief } from '../../one-network/office'
import type { RequestLine } from '../../one-network/request-log'
import { listCases, listPushes, listRequests, openCase } from './api'
import { renderCase } from './case-view'
import { button, byId, el } from './dom'
import { refreshFaults, startFaults } from './fault-view'
import { pushRow } from './push-view'

const REFRESH_MS = 5000

let selected = ''

function caseRow(brief: OfficeCaseBrief): HTMLTableRowElement {
  const open = button(brief.caseNo, () => run(() => showCase(brief.caseNo)))
  open.className = 'link'
  const row = el('tr', [
    el('td', [open]),
    el('td', brief.itemName),
    el('td', brief.applicantName),
    el('td', brief.caseStatusName),
    el('td', brief.submitTime),
  ])
  row.setAttribute('aria-selected', String(brief.caseNo === selected))
  return row
}

function requestRow(line: RequestLine): HTMLTableRowElement {
  const time = new Date(line.at).toLocaleTimeString('zh-CN', { hour12: false, timeZone: 'Asia/Shanghai' })
  const cells = [
    time,
    `#${line.functionNo} ${line.operationId}`,
    line.status === 0 ? '无应答' : String(line.status),
    line.code,
    String(line.ms),
    line.fault,
  ]
  return el(
    'tr',
    cells.map((text) => el('td', text)),
  )
}

const shown = new Map<string, string>()

/** Replaces rows only when they changed: a row that is rebuilt loses the keyboard's focus. */
function replaceRows<T>(id: string, rows: readonly T[], toRow: (row: T) => HTMLElement): void {
  const now = JSON.stringify([selected, rows])
  if (shown.get(id) === now) return
  shown.set(id, now)
  byId(id).replaceChildren(...rows.map(toRow))
}

async function showLists(): Promise<void> {
  const [cases, requests, pushes] = await Promise.all([listCases(), listRequests(), listPushes(), refreshFaults()])
  replaceRows('cases', cases.rows, caseRow)
  replaceRows('requests', requests.rows, requestRow)
  replaceRows('pushes', pushes.rows, pushRow)
}

async function showCase(caseNo: string): Promise<void> {
  selected = caseNo
  const found = await openCase(caseNo)
  const change = (work: () => Promise<unknown>) =>
    run(async () => {
      await work()
      await showCase(caseNo)
    })
  byId('case').replaceChildren(...renderCase(found, change))
  await showLists()
}

/** Does something and says on the page when it failed. */
function run(work: () => Promise<unknown>): void {
  const message = byId('message')
  work().then(
    () => message.replaceChildren(),
    (error: unknown) => message.replaceChildren(error instanceof Error ? error.message : '操作没有成功，请刷新后再试'),
  )
}

startFaults(run)
byId('refresh').addEventListener('click', () => run(selected === '' ? showLists : () => showCase(selected)))
run(showLists)
// Only the lists: the open case may hold a half-written opinion.
setInterval(() => run(showLists), REFRESH_MS)
