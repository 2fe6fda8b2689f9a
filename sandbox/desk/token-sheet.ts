/** The declarations of a rule that stands by itself. */
function setOf(wxss: string, selector: string): string {
  const found = new RegExp(`^${selector} \\{([^}]*)\\}`, 'm').exec(wxss)?.[1]
  if (found === undefined) throw new Error(`the tokens have no set ${selector}`)
  return found
}

/**
 * The mini-program's tokens (miniprogram/styles/tokens.wxss) as a style sheet for a browser: what it declares on `page`
 * stands on the root here, and the dark set follows the system.
 */
export function tokenSheet(wxss: string): string {
  const dark = `@media (prefers-color-scheme: dark) {\n:root {${setOf(wxss, '\\.look-dark')}}\n}`
  return `:root {${setOf(wxss, 'page')}}\n${dark}\n`
}
