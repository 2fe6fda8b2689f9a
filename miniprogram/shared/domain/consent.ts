import type { BeijingTime } from './time'

/**
 * The texts that a citizen agrees to, each with its version: the day from which it says what it says. Changing a text means a new
 * version, and everybody is asked again. Their words stand in packages/account/policy/.
 */
export const CONSENT_VERSIONS = {
  /** 隐私政策 (个人信息保护法 article 17, 2021-11-01). */
  privacy: '2026-12-01',
  /** 用户协议. */
  agreement: '2026-12-01',
  /** 敏感个人信息单独同意 (the same, article 29). */
  sensitive: '2026-12-01',
} as const

export type ConsentText = keyof typeof CONSENT_VERSIONS

/** What was agreed to: which text, in which version. */
export interface Agreed {
  readonly text: ConsentText
  readonly version: string
}

/** One consent as it is kept. */
export interface GivenConsent extends Agreed {
  readonly givenAt: BeijingTime
  /** Absent while it stands. */
  readonly withdrawnAt?: BeijingTime
}

/** What a page that shows today's texts says was agreed to. */
export const agreedToday = (...texts: readonly ConsentText[]): readonly Agreed[] =>
  texts.map((text) => ({ text, version: CONSENT_VERSIONS[text] }))

/** How a refusal says that a consent is missing, with the text behind a dot: a member that pages of before it do not look at, beside a sentence that they show. */
export const CONSENT_FIELD = 'consent'

/** Which consents it was refused for the want of; empty = it was not. */
export const lackedConsents = ({
  fields = [],
}: {
  readonly fields?: readonly { readonly field: string }[]
}): readonly ConsentText[] =>
  (Object.keys(CONSENT_VERSIONS) as ConsentText[]).filter((text) =>
    fields.some(({ field }) => field === `${CONSENT_FIELD}.${text}`),
  )
