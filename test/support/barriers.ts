import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** WeChat draws it, here the host. */
const TOAST = '.taro__toast'

/** For pages that are no mini-program: what keeps somebody from using them. */
export const SEVERE: readonly string[] = ['serious', 'critical']

/**
 * What axe finds on a page (WCAG 2 A and AA, best practices): rule, how many places, the first place.
 * @param impacts only those; absent = all
 */
export async function barriersOf(page: Page, impacts?: readonly string[]): Promise<string[]> {
  // Otherwise axe opens a page of its own for each judgement, to put frames of other origins together: none is here.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().exclude(TOAST).analyze()
  const counted = violations.filter(({ impact }) => impacts === undefined || impacts.includes(impact ?? ''))
  const found = counted.map(({ id, nodes }) => `${id} × ${nodes.length}: ${nodes[0]?.html.slice(0, 160) ?? ''}`)
  return [...found, ...(await namelessBoxes(page))]
}

/** Boxes that a reader would call by their placeholder, which axe takes for a name: it is gone once something is typed. */
const namelessBoxes = (page: Page): Promise<string[]> =>
  page.locator('input:visible, textarea:visible').evaluateAll((boxes) =>
    boxes
      .filter((box) => box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)
      .filter((box) => !/^(radio|checkbox|hidden|file|range)$/.test(box.type))
      .filter((box) => !box.ariaLabel && !box.labels?.length && !box.hasAttribute('aria-labelledby'))
      .map((box) => `only a placeholder: ${box.placeholder}`),
  )

/** Text that has too little contrast, the first of each kind, as `barriersOf` says it. */
export async function faintText(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .exclude(TOAST)
    .withRules(['color-contrast'])
    .analyze()
  return violations.flatMap(({ nodes }) => nodes.map(({ html }) => `faint: ${html.slice(0, 160)}`))
}
