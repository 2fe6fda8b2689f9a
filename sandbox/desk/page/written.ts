/** What an officer wrote and ticked about cases and has not sent, by case number: looking into another case loses nothing. */
const unsent = new Map<string, ReadonlyMap<string, string | boolean>>()

type Control = HTMLInputElement | HTMLTextAreaElement

const controlsOf = (pane: HTMLElement): readonly Control[] =>
  Array.from(pane.querySelectorAll<Control>('input[name], textarea[name]'))

const isBox = (control: Control): control is HTMLInputElement => control.type === 'checkbox'

/** Keeps what is written into the named controls of a case's pane, and puts back what was written there before. */
export function keepWritten(caseNo: string, pane: HTMLElement): void {
  const before = unsent.get(caseNo)
  for (const control of controlsOf(pane)) {
    const value = before?.get(control.name)
    if (isBox(control)) control.checked = value === true
    else if (typeof value === 'string') control.value = value
    // What follows from a tick follows now too.
    if (value === true) control.dispatchEvent(new Event('change'))
  }
  pane.addEventListener('input', () => {
    const values = controlsOf(pane).map((one) => [one.name, isBox(one) ? one.checked : one.value] as const)
    unsent.set(caseNo, new Map(values))
  })
}

/** It was sent. */
export function forgetWritten(caseNo: string): void {
  unsent.delete(caseNo)
}
