import { toCode } from './codes'

/**
 * Telephone numbers by 《电信网编号计划》(2017): 11 digits of a mobile; area code (010, 02x with eight digits, others with
 * seven or eight) and number; 400 and 800; 95xxx–95xxxxxx, 96xxx, 96xxxx, 10xxx, 12xxx and 11xxxx of services. Others
 * than China's as E.164 writes them.
 */

const MOBILE = /^1[3-9]\d{9}$/
const FIXED = /^(0(?:10|2\d|[3-9]\d{2}))(\d{7,8})$/
const FREE = /^([48]00)(\d{3})(\d{4})$/
const SERVICE = /^(?:1[0-2]\d{3}|11\d{4}|9[56]\d{3,6})$/
/** A service of another city. */
const CITY_SERVICE = /^(0(?:10|2\d|[3-9]\d{2}))(1[0-2]\d{3}|96\d{3,4})$/
const ABROAD = /^(?:\+|00)(?!86)([1-9]\d{6,14})$/

/** What may be written before the number. */
const NAME = /^(?:TEL|PHONE|电话|手机|座机|联系电话)?[:.]?(?=[+\d(])/
/** `转8001`, `#8001`: the extension behind the number. */
const EXTENSION = /(?:转|分机|EXT\.?|#|,)+(\d{1,6})$/
/** Anything that only separates digits; 一 is a dash to many. */
const SEPARATOR = /[-().·•・‧一]+/
const NUMBER = /^\(?\+?[\d\-().·•・‧一]+$/

/**
 * `+86 138 0000 1234`, `(022)12345678`, `022-12345678转8001` → `13800001234`, `022-12345678`, `022-12345678-8001`. What is
 * no number known here comes back as a code, for the pattern to ask about.
 */
export function toPhone(text: string): string {
  if (MOBILE.test(text)) return text
  const code = toCode(text)
  return phoneIn(code) ?? code
}

/** A number in the one form in which it is stored? */
export function isPhone(text: string): boolean {
  return MOBILE.test(text) || phoneIn(text) === text
}

function phoneIn(code: string): string | undefined {
  const bare = code.replace(NAME, '')
  const extension = EXTENSION.exec(bare)?.[1]
  const number = bare.replace(EXTENSION, '')
  if (!NUMBER.test(number)) return undefined
  const groups = number.split(SEPARATOR).filter(Boolean)
  const [last = ''] = groups.slice(-1)
  const short =
    extension === undefined && /^\d{1,6}$/.test(last) ? known(groups.slice(0, -1).join(''), last) : undefined
  return short ?? known(groups.join(''), extension)
}

/** The number in its one form; undefined when it is none, or has no extension that was found. */
function known(digits: string, extension: string | undefined): string | undefined {
  const number = withoutCountry(digits)
  const [, area, local] = FIXED.exec(number) ?? []
  const [, free, first, second] = FREE.exec(number) ?? []
  const end = extension === undefined ? '' : `-${extension}`
  if (area !== undefined && local !== undefined) return `${area}-${local}${end}`
  if (free !== undefined) return `${free}-${first}-${second}${end}`
  if (extension !== undefined) return undefined
  if (MOBILE.test(number) || SERVICE.test(number)) return number
  const [, city, service] = CITY_SERVICE.exec(number) ?? []
  if (city !== undefined) return `${city}-${service}`
  const [, abroad] = ABROAD.exec(number) ?? []
  return abroad === undefined ? undefined : `+${abroad}`
}

/** `+86`, `0086`, or `86` before a whole number; abroad the area code is written without its 0. */
function withoutCountry(digits: string): string {
  const national = digits.replace(/^(?:\+|00)86|^86(?=1[3-9]\d{9}$|0\d{9,11}$)/, '')
  const isWhole = national === digits || [MOBILE, FREE, SERVICE, /^0/].some((kind) => kind.test(national))
  return isWhole ? national : `0${national}`
}
