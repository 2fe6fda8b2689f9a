import { cleanText } from './characters'
import { toHalfWidth } from './text'

/**
 * The one cleaning step for codes and numbers: however one is printed, typed or pasted, it is stored in one form. Each is
 * idempotent and leaves a stored value as it is; what it does not know it leaves for the pattern to ask about.
 */

/** Nothing to do, as nearly always when a stored value is read again. */
const STORED = /^[0-9A-Z]*$/

/** A number or code: half-width, without blanks, in capitals. */
export function toCode(text: string): string {
  if (STORED.test(text)) return text
  return toHalfWidth(cleanText(text))
    .replace(/\s/g, '')
    .replace(/[a-z]+/g, (letters) => letters.toUpperCase())
}

/**
 * The same of a number that has no signs of its own: hyphens, dots and brackets only make it easier to read. What is no
 * number without them either stays as it was typed.
 */
export function toBareCode(text: string): string {
  if (STORED.test(text)) return text
  const code = toCode(text)
  const bare = code
    .replace(/[-./()·•・‧_]/g, '')
    .replace(/^(?:(?:证号|编号|号码|№|第):?)+/, '')
    .replace(/号+$/, '')
  return /^[0-9A-Z]+$/.test(bare) ? bare : code
}

/** GA 36 prints a dot behind the letter of the office, `津A·12345`; the vehicle licence does not. */
export function toPlate(text: string): string {
  const code = toCode(text)
  return code.replace(/[-.·•・‧●_]/g, '') || code
}

/** 外廓尺寸 as `11980×2550×3990`. */
export function toVehicleSize(text: string): string {
  const code = toCode(text)
  return code.replace(/[M毫米长宽高:]/g, '').replace(/[X*✕✖╳]/g, '×') || code
}

/** `8:00`, `22：00`, `22点30分` → `22:30`. */
export function toClockTime(text: string): string {
  const code = toCode(text)
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.点时](?:(\d{2})分?|整)?$/.exec(code) ?? []
  return hour === '' || /^\d+[:.]$/.test(code) ? code : `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`
}

/** `CAS 64175` → `64-17-5`: the last digit checks, the two before it stand alone. */
export function toCasNumber(text: string): string {
  const code = toCode(text)
  const bare = code.replace(/^(?:CAS(?:登记号|登录号|号|NO\.?)?:?)+/, '')
  return bare.replace(/^(\d{2,7})(\d{2})(\d)$/, '$1-$2-$3') || code
}

/** 许可证编号, 文号: the year in 〔〕, as GB/T 9704-2012 writes it; other brackets round. */
export function toLicenceNumber(text: string): string {
  return toCode(text)
    .replace(/[[〔【﹝﹙{]/g, '(')
    .replace(/[\]〕】﹞﹚}]/g, ')')
    .replace(/\((\d{4})\)/g, '〔$1〕')
}

/** An address of e-mail without what stands around it in a sentence or an address book. */
export function toEmail(text: string): string {
  const typed = toHalfWidth(cleanText(text)).replace(/\s/g, '').replace(/[。｡]/g, '.')
  const address = typed.replace(/^(?:[<([{"'“‘《,;、]|mailto:)+/i, '').replace(/[>)\]}"'”’》,;:、.!?]+$/, '')
  return address.includes('@') ? address : typed
}

/** 网址 or 店铺标识: its scheme as every program knows it. */
export function toLink(text: string): string {
  return cleanText(text)
    .trim()
    .replace(/^(https?)\s*[:：]\s*[/／]{2}/i, (_, scheme: string) => `${scheme.toLowerCase()}://`)
    .replace(
      /^(pdd|tmall|jd|wx)\s*([:：.．])/i,
      (_, shop: string, sign: string) => shop.toLowerCase() + toHalfWidth(sign),
    )
}
