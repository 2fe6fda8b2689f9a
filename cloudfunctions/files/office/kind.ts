import { isXml } from './xml'

/** What a part is by its first bytes; `foreign` is a program or a file that no part may be. */
type PartKind = 'xml' | 'compound' | 'package' | 'foreign' | 'other'

const FOREIGN = /^(\x7fELF|#!|\{\\rtf|%PDF|Rar!|7z\xbc\xaf)/

export function kindOfPart(head: Buffer): PartKind {
  const first = head.toString('latin1', 0, 16)
  if (first.startsWith('\xd0\xcf\x11\xe0')) return 'compound'
  if (first.startsWith('PK\x03\x04')) return 'package'
  if (FOREIGN.test(first) || isWindowsProgram(head)) return 'foreign'
  return isXml(head.subarray(0, 256)) ? 'xml' : 'other'
}

/** MZ alone begins by chance what is scrambled, such as a font of the document. */
function isWindowsProgram(head: Buffer): boolean {
  if (head.toString('latin1', 0, 2) !== 'MZ' || head.length < 64) return false
  const at = head.readUInt32LE(60)
  return head.toString('latin1', at, at + 2) === 'PE'
}
