import { type PrivacyErrno } from '../../../../sandbox/wechat/wx-rules/privacy'

/** A file that the citizen picks. */
export interface PickedFile {
  readonly name: string
  readonly mimeType: string
  /** Its bytes in base64. */
  readonly base64: string
}

/** What only a person or the world around the phone can do; each stand-in has its own hands for it. */
export interface Person {
  /** Answers the next question of the phone: its left (no) or right (yes) button. */
  readonly answers: (yes: boolean) => Promise<void>
  /** Picks these files when the phone asks next; none = closes the picker. */
  readonly picks: (files: readonly PickedFile[]) => Promise<void>
  /** The connection goes or comes. */
  readonly isOnline: (online: boolean) => Promise<void>
  /** What WeChat's privacy guide makes of the interfaces that it covers. */
  readonly refusesPrivacy: (errno: PrivacyErrno) => Promise<void>
  /** As many pages lie above each other. */
  readonly hasOpened: (pages: number) => Promise<void>
}

/** A stand-in of WeChat's phone, as a case meets it. */
export interface Phone {
  readonly wx: WechatMiniprogram.Wx
  readonly person: Person
  /** Routes of the program that runs on it: two tabs, the first of which shows, and a page that is no tab. */
  readonly routes: { readonly home: string; readonly tab: string; readonly page: string }
  /** Address of the server beside it (server.ts). */
  readonly server: string
  /** Calls an asynchronous interface in the style under test. */
  readonly ask: (api: string, options?: object) => Promise<Answer>
}

export type Answer =
  | { readonly ok: unknown }
  | { readonly fail: string; readonly errno?: unknown; readonly errCode?: unknown }
  /** The conventions of WeChat were broken. */
  | { readonly broken: string }

/** One thing that a program can ask, and what WeChat answers. */
export interface PhoneCase {
  /** Without `wx.` */
  readonly api: string
  readonly asks: string
  /** What `run` resolves with on WeChat, as plain data. */
  readonly answers: unknown
  readonly run: (phone: Phone) => unknown
  /** Why more cannot be compared. */
  readonly limit?: string
  /** The browser host has no such interface by intention (WECHAT_ONLY): there it throws. */
  readonly wechatOnly?: true
}

/** The types of a value instead of what changes with each run: `{ size: 'number' }`. */
export function shape(value: unknown): unknown {
  if (value instanceof Array) return value.map(shape)
  if (typeof value !== 'object' || value === null) return typeof value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shape(one)]))
}

/** An answer with its result in a simpler form; a failure stays. */
export const simplified = (answer: Answer, simplify: (result: unknown) => unknown): unknown =>
  'ok' in answer ? { ok: simplify(answer.ok) } : answer

/** A member of something unknown. */
export function member(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (found, key) => (typeof found === 'object' && found !== null ? (Reflect.get(found, key) as unknown) : undefined),
    value,
  )
}
