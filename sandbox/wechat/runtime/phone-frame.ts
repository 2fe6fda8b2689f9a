/** The desktop page: the program in a phone-sized frame, and a panel to choose who uses the phone. */
import { CITIZENS, currentCitizen, rememberCitizen } from './citizen'

/** CSS pixels of common phones. */
const SIZES: readonly { label: string; width: number; height: number }[] = [
  { label: '常见手机 375 × 812', width: 375, height: 812 },
  { label: '小屏手机 320 × 568', width: 320, height: 568 },
  { label: '大屏手机 430 × 932', width: 430, height: 932 },
]

function find<T extends HTMLElement>(id: string, type: new () => T): T {
  const element = document.getElementById(id)
  if (!(element instanceof type)) throw new Error(`The frame's page has no #${id}`)
  return element
}

const phone = find('phone', HTMLIFrameElement)
const citizenChoice = find('citizen', HTMLSelectElement)
const sizeChoice = find('size', HTMLSelectElement)

function openPhone(route: string): void {
  const query = new URLSearchParams(location.search)
  query.set('citizen', citizenChoice.value)
  phone.src = `/phone.html?${query.toString()}${route}`
}

function resize(): void {
  const size = SIZES[sizeChoice.selectedIndex] ?? SIZES[0]
  if (!size) return
  phone.style.width = `${size.width}px`
  phone.style.height = `${size.height}px`
}

const citizens: string[] = [...new Set<string>([...CITIZENS, currentCitizen()])]
citizenChoice.append(...citizens.map((citizen) => new Option(citizen, citizen)))
citizenChoice.value = currentCitizen()
citizenChoice.onchange = () => {
  rememberCitizen(citizenChoice.value)
  openPhone('')
}
sizeChoice.append(...SIZES.map(({ label }) => new Option(label)))
sizeChoice.onchange = resize
find('desk-link', HTMLAnchorElement).href = globalThis.sandboxHost.deskUrl
find('reload', HTMLButtonElement).onclick = () => openPhone('')
find('reset', HTMLButtonElement).onclick = () => {
  const prefix = `wx:${citizenChoice.value}:`
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key)
  openPhone('')
}
resize()
openPhone(location.hash)
