import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { PHONE_CASES } from './cases'
import { type PhoneCase } from './phone-case'
import { STYLES, type Style } from './ask'

const LIST = resolve(__dirname, '../../../../docs/wx-apis.md')

/** The interfaces of wx that the mini-program uses, by docs/wx-apis.md (which `npm run check` keeps in step). */
export const usedApis = (): string[] =>
  [...readFileSync(LIST, 'utf8').matchAll(/^\| `wx\.(\w+)`/gm)].map(([, name]) => name ?? '')

/** A case in one style; `index` is its place in PHONE_CASES. */
type Run = readonly [title: string, one: PhoneCase, style: Style, index: number]

/** Every case of an interface that the mini-program uses, in both styles. */
export function runs(): Run[] {
  const used = new Set(usedApis())
  return PHONE_CASES.flatMap((one, index) =>
    used.has(one.api) ? STYLES.map((style): Run => [`wx.${one.api} ${one.asks} (${style})`, one, style, index]) : [],
  )
}
