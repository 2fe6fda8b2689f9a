/** Arguments without any call in them but `new Array(…)`. */
const ARGUMENTS = String.raw`(?:[\w\s.,:{}[\]+-]|"[^"\\]*"|'[^'\\]*'|new Array\s*\([^()]*\))*`

/**
 * What forms of Adobe Acrobat do with their fields, and reports with themselves: its own functions that check, format or
 * add up the fields of this form, and the printer's dialogue.
 */
const HARMLESS = new RegExp(
  String.raw`^\s*(?:(?:AF(?:Number|Percent|Date|Time|Special|Range|Simple|Merge|Make)\w*|(?:this\.)?print)\s*\(${ARGUMENTS}\)\s*;?\s*)*$`,
)

const LONGEST = 2000

/** Data that programs read, which electronic invoices and PDF/A-3 carry along; no person needs to see it. */
const DATA = /\.(xml|xbrl|json|csv|txt)$/i

/** A string of the file as text: UTF-16 with its mark, else one byte a character (ISO 32000-1, 7.9.2). */
export function pdfText(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return bytes.toString('latin1')
}

export const isHarmlessScript = (code: string): boolean => code.length <= LONGEST && HARMLESS.test(code)

export const isDataName = (name: string): boolean => DATA.test(name.trim())

/** The beginning of a file that is text in any encoding. */
export function isText(head: Buffer): boolean {
  const isUtf16 = head.length >= 2 && ['fffe', 'feff'].includes(head.toString('hex', 0, 2))
  return (isUtf16 || !head.includes(0)) && !/^(MZ|\x7fELF|#!|PK|Rar!|%PDF)/.test(head.toString('latin1', 0, 8))
}
