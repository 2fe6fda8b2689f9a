import { canHappen, type Fault, type FaultKind } from '../../one-network/faults'
import { clearFaults, endFault, type FaultState, setFault } from './api'
import { button, byId, changingList, el, field, framed } from './dom'
import { allFunctions, functionName, numberedName } from './functions'
import type { Run } from './message'

/** Kinds with a setting of their own. */
const WITH_DELAY: readonly FaultKind[] = ['slow', 'shuffled-push']
const WITH_STATUS: readonly FaultKind[] = ['status', 'html', 'empty']

function numberField(label: string, placeholder: string, most: number, least = 1) {
  const input = el('input', [], { type: 'number', min: String(least), max: String(most), placeholder })
  return { input, element: field(label, input) }
}

const numberOf = ({ value }: HTMLInputElement): number | undefined => (value === '' ? undefined : Number(value))

function detailOf({ times, delayMs, status, forMs }: Fault): string {
  return [
    delayMs === undefined ? '' : `${delayMs} 毫秒`,
    status === undefined ? '' : `HTTP ${status}`,
    times === undefined ? '' : `还有 ${times} 次`,
    forMs === undefined ? '' : `还有 ${Math.ceil(forMs / 1000)} 秒`,
    times === undefined && forMs === undefined ? '一直' : '',
  ]
    .filter((text) => text !== '')
    .join('，')
}

/** The faults that are open, and a form for one more. */
export class FaultView {
  readonly elements: readonly HTMLElement[]
  private kinds: FaultState['kinds'] | undefined
  private readonly open = el('ul', [], { id: 'faults', className: 'rows' })
  private readonly clear = button('全部关闭', () => this.change(clearFaults, '故障都关了'), 'link is-danger')
  private readonly target = el('select', [], { id: 'fault-function' })
  private readonly kind = el('select', [], { id: 'fault-kind' })
  private readonly times = numberField('次数（不填就一直）', '一直', 9999)
  private readonly lasting = numberField('持续秒数', '不限', 86_400)
  private readonly delay = numberField('延迟毫秒', '5000', 600_000, 0)
  private readonly status = numberField('HTTP 状态', '按故障的种类', 599, 200)
  private readonly showOpen = changingList<Fault>(this.open, (fault) => this.row(fault))

  constructor(private readonly run: Run) {
    const submit = el('button', '打开这个故障', { type: 'submit', className: 'button is-primary' })
    const form = el(
      'form',
      [
        field('函数', framed(this.target)),
        field('故障', framed(this.kind)),
        el('div', [this.times.element, this.lasting.element], { className: 'pair' }),
        el('div', [this.delay.element, this.status.element], { className: 'pair' }),
        submit,
      ],
      { id: 'fault-form' },
    )
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const fault = this.wanted()
      this.change(() => setFault(fault), '故障打开了')
    })
    this.target.addEventListener('change', () => this.fit())
    this.kind.addEventListener('change', () => this.fit())
    this.clear.id = 'clear-faults'
    const head = el('div', [el('h3', '开着的', { className: 'grow' }), this.clear], { className: 'line' })
    this.elements = [head, this.open, el('h3', '再打开一个'), form]
  }

  show(state: FaultState): void {
    this.kinds = state.kinds
    if (this.kind.options.length === 0) {
      for (const [kind, label] of Object.entries(state.kinds)) this.kind.add(new Option(label, kind))
      this.target.add(new Option(functionName(undefined), ''))
      for (const [no] of allFunctions()) this.target.add(new Option(numberedName(no), String(no)))
      this.fit()
    }
    this.showOpen(state.active)
    this.clear.hidden = state.active.length === 0
    if (state.active.length === 0) this.open.replaceChildren(el('li', '没有打开的故障。', { className: 'row note' }))
    byId('open-faults').replaceChildren(state.active.length === 0 ? '' : `${state.active.length} 个开着`)
  }

  private change(work: () => Promise<FaultState>, done: string): void {
    this.run(async () => {
      this.show(await work())
      // The button that was pressed is gone with its fault.
      if (document.activeElement === document.body) (this.open.querySelector('button') ?? this.target).focus()
    }, done)
  }

  private row(fault: Fault): HTMLElement {
    const no = fault.match.functionNo
    const name = this.kinds?.[fault.kind] ?? fault.kind
    const end = button('关', () => this.change(() => endFault(fault), `关了：${name}`))
    end.setAttribute('aria-label', `关闭故障：${name}，${functionName(no)}`)
    end.dataset['key'] = String(no)
    const said = el('span', [el('strong', name), el('small', `${functionName(no)} · ${detailOf(fault)}`)], {
      className: 'grow stack',
    })
    return el('li', [el('strong', no === undefined ? '全部' : `#${no}`, { className: 'number' }), said, end], {
      className: 'row',
    })
  }

  private functionNo(): number | undefined {
    return this.target.value === '' ? undefined : Number(this.target.value)
  }

  /** Offers the kinds that can happen to the function, and the settings that the kind has. */
  private fit(): void {
    const no = this.functionNo()
    for (const option of this.kind.options) {
      // The select offers nothing but the kinds that the server named.
      option.disabled = no !== undefined && !canHappen(option.value as FaultKind, no)
    }
    if (this.kind.selectedOptions[0]?.disabled ?? false) {
      const first = Array.from(this.kind.options).find(({ disabled }) => !disabled)
      this.kind.value = first?.value ?? ''
    }
    const kind = this.kind.value as FaultKind
    this.delay.element.hidden = !WITH_DELAY.includes(kind)
    this.status.element.hidden = !WITH_STATUS.includes(kind)
  }

  private wanted(): Fault {
    const kind = this.kind.value as FaultKind
    const seconds = numberOf(this.lasting.input)
    return {
      match: { functionNo: this.functionNo() },
      kind,
      times: numberOf(this.times.input),
      delayMs: WITH_DELAY.includes(kind) ? numberOf(this.delay.input) : undefined,
      status: WITH_STATUS.includes(kind) ? numberOf(this.status.input) : undefined,
      forMs: seconds === undefined ? undefined : seconds * 1000,
    }
  }
}
