import type { PushLine } from '../desk-api'
import type { RequestLine } from '../../one-network/request-log'
import type { FaultState } from './api'
import { byId, changingList, el } from './dom'
import { FaultView } from './fault-view'
import type { Run } from './message'
import { pushRow } from './push-view'
import { requestRow } from './request-view'
import { createTabs } from './tabs'

/** As many stand below the faults: whether the one that was just opened was met. */
const LATEST = 4

interface Drawer {
  show(faults: FaultState, requests: readonly RequestLine[], pushes: readonly PushLine[]): void
}

/** The drawer with the faults of the provider and what it was asked: a dialog, so that Escape closes it and the focus goes back. */
export function startDrawer(run: Run): Drawer {
  const dialog = byId('drawer') as HTMLDialogElement
  const [latest, requests, pushes] = ['latest', 'requests', 'pushes'].map((id) =>
    el('ul', [], { id, className: 'rows' }),
  )
  if (latest === undefined || requests === undefined || pushes === undefined) throw new Error('no lists')
  const faults = new FaultView(run)
  const tabs = createTabs('沙箱', [
    { id: 'faults', label: '故障', content: [...faults.elements, el('h3', '刚才的请求'), latest] },
    {
      id: 'pushes',
      label: '推送',
      content: [el('p', '审批消息推送（#28），最近的在前。', { className: 'note' }), pushes],
    },
    { id: 'requests', label: '最近请求', content: [requests] },
  ])
  byId('drawer-body').append(tabs.element)
  byId('open-drawer').addEventListener('click', () => dialog.showModal())
  byId('close-drawer').addEventListener('click', () => dialog.close())
  // The ground beside the drawer.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close()
  })

  const showLatest = changingList(latest, requestRow)
  const showRequests = changingList(requests, requestRow)
  const showPushes = changingList(pushes, pushRow)
  return {
    show(state, requestRows, pushRows) {
      faults.show(state)
      tabs.setCount('faults', state.active.length)
      tabs.setCount('pushes', pushRows.length)
      showLatest(requestRows.slice(0, LATEST))
      showRequests(requestRows)
      showPushes(pushRows)
    },
  }
}
