/** No input, or nothing to answer. */
export type Nothing = Readonly<Record<string, never>>
