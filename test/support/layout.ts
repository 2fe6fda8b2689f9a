import type { Page } from 'playwright-core'

/** A phone of 360×640 and one of 390×844 below WeChat's own bar (72 px and 88 px); the browser host's bar has 44 px. */
export const SMALL_PHONE = { width: 360, height: 640 - 72 + 44 }
export const LARGE_PHONE = { width: 390, height: 844 - 88 + 44 }
export const TABLET = { width: 768, height: 1024 }

/** Sides of what can be touched, and size of text, in px. */
interface Least {
  readonly touch: number
  readonly text: number
}
const STANDARD: Least = { touch: 44, text: 11 }
/** 关怀模式 (工信部适老化通用设计规范: 18 pt, 60×60). */
export const CARE: Least = { touch: 60, text: 24 }

/**
 * What can be measured of the shown page, where it is scrolled to: a fault each, in words.
 * Touch targets under 44 px (platform: Apple's and WeChat's guides), text that is too small, is cut or runs out of the screen, controls that
 * lie over each other or under the bar at the bottom, more than one solid primary button.
 */
export function layoutFaults(page: Page, least: Least = STANDARD): Promise<string[]> {
  return page.evaluate(({ touch: LEAST_TOUCH, text: LEAST_TEXT }) => {
    /** Rounding of half pixels. */
    const SLACK = 0.6
    const CONTROLS =
      '[role="button"], [role="radio"], [role="checkbox"], [role="tab"], [role="switch"], [role="link"], .t-button, input:not([type="hidden"]), textarea'
    const root = document.querySelector('.mp-page:not([hidden])')
    if (!root) return ['no page shows']
    const screen = root.getBoundingClientRect()
    const sheet = Array.from(root.querySelectorAll('[aria-modal="true"]')).find(
      (one) => one.getBoundingClientRect().height > 0,
    )
    const scope = sheet ?? root
    const shows = (element: Element): boolean => {
      const { width, height, bottom, top } = element.getBoundingClientRect()
      const { visibility, opacity } = getComputedStyle(element)
      return (
        width > 0 &&
        height > 0 &&
        bottom > screen.top &&
        top < screen.bottom &&
        visibility !== 'hidden' &&
        opacity !== '0'
      )
    }
    const nameOf = (element: Element): string => {
      const label = element.getAttribute('aria-label') ?? element.textContent?.replace(/\s+/g, '').slice(0, 24)
      return `${element.className
        .split(' ')
        .map((one) => one.split('--').pop())
        .slice(0, 2)
        .join('.')} “${label ?? ''}”`
    }
    const faults: string[] = []

    // A control around another one is the one that is touched.
    const controls = Array.from(scope.querySelectorAll(CONTROLS)).filter(shows)
    const outer = controls.filter((one) => !controls.some((other) => other !== one && other.contains(one)))
    for (const control of outer) {
      // The browser's own box is smaller than WeChat's element around it.
      const touched = control.closest('taro-input-core, taro-textarea-core') ?? control
      const { width, height } = touched.getBoundingClientRect()
      if (height < LEAST_TOUCH - SLACK || width < LEAST_TOUCH - SLACK) {
        faults.push(`small (${Math.round(width)}×${Math.round(height)}): ${nameOf(control)}`)
      }
    }

    const bar = Array.from(root.querySelectorAll('*')).find(
      (one) => getComputedStyle(one).position === 'fixed' && /(^|--)bottom$/.test(one.classList[0] ?? '') && shows(one),
    )
    const overlap = (one: DOMRect, other: DOMRect): number =>
      Math.max(0, Math.min(one.right, other.right) - Math.max(one.left, other.left)) *
      Math.max(0, Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top))
    /** The bar at the bottom, a head that stays, or the page that scrolls beneath them. */
    const layerOf = (one: Element): Element => {
      for (let at: Element | null = one; at && at !== root; at = at.parentElement) {
        if (/fixed|sticky/.test(getComputedStyle(at).position)) return at
      }
      return root
    }
    const beneath = (one: Element): boolean => layerOf(one) === root
    outer.forEach((one, index) => {
      for (const other of outer.slice(index + 1)) {
        // What scrolls beneath a bar is not over it.
        if (layerOf(one) !== layerOf(other)) continue
        const area = overlap(one.getBoundingClientRect(), other.getBoundingClientRect())
        if (area > 4) faults.push(`over each other: ${nameOf(one)}, ${nameOf(other)}`)
      }
    })
    const atEnd = root.scrollHeight - root.scrollTop - root.clientHeight < 2
    if (bar && atEnd && !sheet) {
      for (const one of outer.filter(beneath)) {
        if (overlap(one.getBoundingClientRect(), bar.getBoundingClientRect()) > 4)
          faults.push(`under the bar: ${nameOf(one)}`)
      }
    }

    for (const element of Array.from(scope.querySelectorAll('*'))) {
      if (!shows(element)) continue
      const own = Array.from(element.childNodes).some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      )
      if (!own) continue
      const box = element.getBoundingClientRect()
      const scroller = element.closest('[class*="scroll"], taro-scroll-view-core')
      if (!scroller && (box.right > screen.right + 1 || box.left < screen.left - 1)) {
        faults.push(`out of the screen: ${nameOf(element)}`)
      }
      const { overflowX, textOverflow, fontSize } = getComputedStyle(element)
      if (parseFloat(fontSize) < LEAST_TEXT - SLACK) faults.push(`small text (${fontSize}): ${nameOf(element)}`)
      if (overflowX === 'hidden' && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1) {
        faults.push(`cut: ${nameOf(element)}`)
      }
    }

    const primary = Array.from(scope.querySelectorAll('.t-button--primary.t-button--base')).filter(shows)
    if (primary.length > 1) faults.push(`${primary.length} primary buttons: ${primary.map(nameOf).join(', ')}`)
    return [...new Set(faults)]
  }, least)
}

/** As layoutFaults, at the top of the page and at its end. */
export async function layoutFaultsAll(page: Page, least: Least = STANDARD): Promise<string[]> {
  const scrollTo = (where: 'top' | 'end') =>
    page.evaluate((to) => {
      const root = document.querySelector('.mp-page:not([hidden])')
      if (root) root.scrollTop = to === 'top' ? 0 : root.scrollHeight
    }, where)
  const top = await layoutFaults(page, least)
  await scrollTo('end')
  const end = await layoutFaults(page, least)
  await scrollTo('top')
  return [...new Set([...top, ...end])]
}

/**
 * What the first screen of a form's step lacks: its first field, label and control, wholly between head and bar.
 * Leaves the page scrolled to its top.
 */
export function firstFieldFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('.mp-page:not([hidden])')
    const field = root?.querySelector('[class*="field"][id]')
    const bar = Array.from(root?.querySelectorAll('[class*="bottom"]') ?? []).find(
      (one) => getComputedStyle(one).position === 'fixed',
    )
    if (!root || !field || !bar) return ['no field, or no bar']
    root.scrollTop = 0
    const label = field.querySelector('[class*="label"]') ?? field
    const control = field.querySelector('input, textarea, [role="radio"], [role="checkbox"], [role="button"]') ?? field
    const end = bar.getBoundingClientRect().top
    return [label, control]
      .filter((one) => one.getBoundingClientRect().bottom > end)
      .map(
        (one) =>
          `${one.className} ends at ${Math.round(one.getBoundingClientRect().bottom)}, the bar begins at ${Math.round(end)}`,
      )
  })
}

/** What is amiss after 下一步 with faults: the list is out of sight, or no wrong input has the focus in sight. */
export function problemFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('.mp-page:not([hidden])')
    const list = root?.querySelector('[class*="problems"]')
    const bar = Array.from(root?.querySelectorAll('[class*="bottom"]') ?? []).find(
      (one) => getComputedStyle(one).position === 'fixed',
    )
    if (!root || !list || !bar) return ['no list, or no bar']
    const [top, end] = [root.getBoundingClientRect().top, bar.getBoundingClientRect().top]
    const box = list.getBoundingClientRect()
    const focused = document.activeElement
    const faults: string[] = []
    if (box.top < top || box.top > end - 96) faults.push(`the list begins at ${Math.round(box.top)}`)
    if (focused?.matches('input, textarea') && root.contains(focused)) {
      const { bottom } = focused.getBoundingClientRect()
      // One that is further down is led to by the list, which then is in sight as a whole.
      if (bottom > end && box.bottom > end)
        faults.push(`the focused input ends at ${Math.round(bottom)}, the bar begins at ${Math.round(end)}`)
    }
    return faults
  })
}
