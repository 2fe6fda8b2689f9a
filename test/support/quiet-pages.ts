/** Pages that ask the server for nothing before somebody taps: they are there at once, with or without a network. */
export const QUIET_PAGES: ReadonlySet<string> = new Set([
  'packages/account/pages/bind/bind',
  'packages/account/pages/consent/consent',
  'packages/account/pages/intro/intro',
])
