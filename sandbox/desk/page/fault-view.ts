import type { Fault, FaultKind } from '../../one-network/faults'
import { clearFaults, type FaultState, readFaults, setFault } from './api'
import { byId, el } from './dom'

function describe({ kinds }: FaultState, { match, kind, times, delayMs, status, forMs }: Fault): string {
  return [
    match.functionNo === undefined ? '全部函数' : `#${match.functionNo}`,
    kinds[kind],
    times === undefined && forMs === undefined ? '一直' : '',
    times === undefined ? '' : `还有 ${times} 次`,
    forMs === undefined ? '' : `还有 ${Math.ceil(forMs / 1000)} 秒`,
    delayMs === undefined ? '' : `${delayMs} 毫秒`,
    status === undefined ? '' : `HTTP ${status}`,
  ]
    .filter((text) => text !== '')
    .join('，')
}

function show(state: FaultState): void {
  const select = byId('fault-form').querySelector('select')
  if (select !== null && select.options.length === 0) {
    for (const [kind, label] of Object.entries(state.kinds)) select.add(new Option(label, kind))
  }
  const items = state.active.map((fault) => el('li', describe(state, fault)))
  byId('faults').replaceChildren(...(items.length === 0 ? [el('li', '没有打开的故障。')] : items))
}

export async function refreshFaults(): Promise<void> {
  show(await readFaults())
}

/** A number field's value; undefined when it is empty. */
function numberOf(data: FormData, name: string): number | undefined {
  const text = data.get(name)
  return typeof text === 'string' && text !== '' ? Number(text) : undefined
}

function secondsOf(data: FormData, name: string): number | undefined {
  const seconds = numberOf(data, name)
  return seconds === undefined ? undefined : seconds * 1000
}

/** Wires the form: switch one fault on, or all off. */
export function startFaults(run: (work: () => Promise<unknown>) => void): void {
  const form = byId('fault-form') as HTMLFormElement
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const data = new FormData(form)
    run(async () =>
      show(
        await setFault({
          match: { functionNo: numberOf(data, 'functionNo') },
          // The select offers nothing but the kinds that the server named.
          kind: data.get('kind') as FaultKind,
          times: numberOf(data, 'times'),
          delayMs: numberOf(data, 'delayMs'),
          status: numberOf(data, 'status'),
          forMs: secondsOf(data, 'forSeconds'),
        }),
      ),
    )
  })
  byId('clear-faults').addEventListener('click', () => run(async () => show(await clearFaults())))
}
