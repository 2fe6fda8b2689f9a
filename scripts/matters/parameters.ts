/** How long the text of a law holds: the one parameter that is about the rules themselves. */
export const OF_ALL_RULES = 'lawTextMonths'

/** Tells whether these rules read a parameter, or show it in their words (`{name}`, `{name%}`). */
export function readsParameter(rules: readonly unknown[]): (name: string) => boolean {
  const text = JSON.stringify(rules)
  return (name) => text.includes(`"${name}"`) || new RegExp(`\\{${name}%?\\}`).test(text)
}
