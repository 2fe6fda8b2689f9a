/**
 * The tokens that WeChat's own bars are drawn with, by theme: theme.json has them for a phone that follows the system, and
 * a theme that was chosen here has to be put on the bars by hand. test/architecture/tokens.test.ts compares the three.
 */
export interface BarColours {
  readonly page: string
  readonly hero: string
  readonly surface: string
  readonly text: string
  readonly chosen: string
}

export const BAR_COLOURS: Readonly<Record<'light' | 'dark', BarColours>> = {
  light: { page: '#f3f6fb', hero: '#0a56c2', surface: '#ffffff', text: '#4c5769', chosen: '#0a56c2' },
  dark: { page: '#10151d', hero: '#12305c', surface: '#1a212c', text: '#b4bfce', chosen: '#7db0ff' },
}

/** The pictures of the tab bar, in its order; -on = chosen, -dark = for dark. */
export const TAB_PICTURES = ['home', 'matters', 'cases', 'account'] as const

export const tabPicture = (tab: string, on: boolean, dark: boolean): string =>
  `images/tab-${tab}${on ? '-on' : ''}${dark ? '-dark' : ''}.png`
