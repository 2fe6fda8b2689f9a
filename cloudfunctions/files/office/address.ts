import { refuse } from '../refuse'
import { REMOTE } from './words'

/** An address on another computer: to open the document would fetch something from there, and tell it who asks. */
export function isRemote(address: string): boolean {
  const path = address.trim().replaceAll('\\', '/')
  const file = /^file:(\/*)(.*)$/i.exec(path)
  if (!file) return /^(\/\/|[a-z][a-z0-9+.-]+:)/i.test(path)
  const [, slashes = '', rest = ''] = file
  // file:///C:/… and file:///… are this computer, file://server/… and file://///server/… are another.
  return !/^[a-z]:/i.test(rest) && (slashes.length === 2 || slashes.length > 3)
}

/** Throws FILE_REFUSED for such an address. */
export function requireLocal(address: string): void {
  if (isRemote(address)) throw refuse(REMOTE)
}
