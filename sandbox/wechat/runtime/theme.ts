import { type Program } from './program'

export type Theme = 'light' | 'dark'

const dark = matchMedia('(prefers-color-scheme: dark)')

/** The theme of the phone, which is the browser's; a program without `darkmode` never learns of the dark one. */
export const themeOf = ({ app }: Pick<Program, 'app'>): Theme =>
  app.darkmode === true && dark.matches ? 'dark' : 'light'

/** Calls back whenever the browser changes its theme. */
export const watchBrowserTheme = (listener: () => void): void => dark.addEventListener('change', listener)

/** A config with the names of theme.json replaced by what they stand for now. */
export function themed<T>(config: T, program: Pick<Program, 'app' | 'themes'>): T {
  const names = program.themes?.[themeOf(program)]
  return names === undefined ? config : (replaced(config, names) as T)
}

function replaced(value: unknown, names: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return value.startsWith('@') ? (names[value.slice(1)] ?? value) : value
  if (Array.isArray(value)) return value.map((one) => replaced(one, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replaced(one, names)]))
}
