const KEY = 'sandbox.citizen'

/** The fictional citizens that the side panel offers. */
export const CITIZENS = ['citizen-1', 'citizen-2', 'citizen-3'] as const

/** Who uses the phone: the page's address says so (`?citizen=`), else the last choice, else the first. */
export function currentCitizen(): string {
  const asked = new URLSearchParams(location.search).get('citizen')
  const citizen = asked ?? localStorage.getItem(KEY) ?? CITIZENS[0]
  return /^[a-z0-9-]{1,32}$/.test(citizen) ? citizen : CITIZENS[0]
}

export function rememberCitizen(citizen: string): void {
  localStorage.setItem(KEY, citizen)
}
