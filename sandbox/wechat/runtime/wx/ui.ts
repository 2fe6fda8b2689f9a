import { createAnimation } from '@tarojs/taro-h5/dist/api/ui/animation/index.js'
import { type Page, type PageStack } from '../page-stack'
import { type TabBarConfig, type TabBarItem } from '../program'
import { type Router } from '../router'
import { type TabBar } from '../tab-bar'
import { openImageViewer } from './document-viewer'
import { feedback } from './feedback'
import { type Options, settle } from './outcome'
import { addCanvasNodes, type SelectorQuery } from './selector-query'

export interface UiHost {
  stack: PageStack
  router: Router
  tabBar: TabBar
  redrawNavigationBar: (page: Page) => void
}

function topPage(stack: PageStack): Page {
  if (!stack.top) throw new Error('no page is shown yet')
  return stack.top
}

interface ScrollOptions extends Options {
  scrollTop?: number
  selector?: string
  offsetTop?: number
}

function scrollPage({ element }: Page, options: ScrollOptions): void {
  const target = options.selector === undefined ? null : element.querySelector(options.selector)
  if (options.selector !== undefined && target === null) throw new Error(`"${options.selector}" is not found`)
  const top = target
    ? element.scrollTop + target.getBoundingClientRect().top - element.getBoundingClientRect().top
    : (options.scrollTop ?? 0)
  element.scrollTo({ top: top + (options.offsetTop ?? 0), behavior: 'instant' })
}

/** Of these members those that were given. */
const given = <T extends object, K extends keyof T>(options: T, names: readonly K[]): Partial<Pick<T, K>> =>
  Object.fromEntries(names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]]))) as Partial<
    Pick<T, K>
  >

/** What changes the page that shows and its bars. */
export function ui({ stack, router, tabBar, redrawNavigationBar }: UiHost): Record<string, unknown> {
  const setWindow = (change: Partial<Page['window']>): object => {
    const page = topPage(stack)
    Object.assign(page.window, change)
    redrawNavigationBar(page)
    return {}
  }
  const badge = (
    name: string,
    options: Options & { index: number; text?: string },
    text: string | undefined,
  ): unknown =>
    settle(name, options, () => {
      tabBar.setBadge(options.index, text)
      return {}
    })
  return {
    ...feedback,
    setNavigationBarTitle: (options: Options & { title: string }) =>
      settle('setNavigationBarTitle', options, () => setWindow({ navigationBarTitleText: options.title })),
    setNavigationBarColor: (options: Options & { frontColor: string; backgroundColor: string }) =>
      settle('setNavigationBarColor', options, () =>
        setWindow({
          navigationBarBackgroundColor: options.backgroundColor,
          navigationBarTextStyle: options.frontColor === '#ffffff' ? 'white' : 'black',
        }),
      ),
    showNavigationBarLoading: (options?: Options) => settle('showNavigationBarLoading', options, () => ({})),
    hideNavigationBarLoading: (options?: Options) => settle('hideNavigationBarLoading', options, () => ({})),
    setBackgroundColor: (options: Options & { backgroundColor?: string }) =>
      settle('setBackgroundColor', options, () => setWindow({ backgroundColor: options.backgroundColor })),
    setTabBarBadge: (options: Options & { index: number; text: string }) =>
      badge('setTabBarBadge', options, options.text),
    removeTabBarBadge: (options: Options & { index: number }) => badge('removeTabBarBadge', options, undefined),
    showTabBarRedDot: (options: Options & { index: number }) => badge('showTabBarRedDot', options, ''),
    hideTabBarRedDot: (options: Options & { index: number }) => badge('hideTabBarRedDot', options, undefined),
    hideTabBar: (options?: Options) =>
      settle('hideTabBar', options, () => {
        tabBar.setHidden(true)
        return {}
      }),
    showTabBar: (options?: Options) =>
      settle('showTabBar', options, () => {
        tabBar.setHidden(false)
        return {}
      }),
    setTabBarStyle: (options: Options & Partial<TabBarConfig>) =>
      settle('setTabBarStyle', options, () => {
        tabBar.setStyle(given(options, ['color', 'selectedColor', 'backgroundColor', 'borderStyle']))
        return {}
      }),
    setTabBarItem: (options: Options & { index: number } & Partial<TabBarItem>) =>
      settle('setTabBarItem', options, () => {
        tabBar.setItem(options.index, given(options, ['text', 'iconPath', 'selectedIconPath']))
        return {}
      }),
    hideShareMenu: (options?: Options) => settle('hideShareMenu', options, () => ({})),
    showShareMenu: (options?: Options) => settle('showShareMenu', options, () => ({})),
    startPullDownRefresh: (options?: Options) =>
      settle('startPullDownRefresh', options, () => {
        topPage(stack).instance.onPullDownRefresh?.()
        return {}
      }),
    stopPullDownRefresh: (options?: Options) => settle('stopPullDownRefresh', options, () => ({})),
    pageScrollTo: (options: ScrollOptions) =>
      settle('pageScrollTo', options, () => {
        scrollPage(topPage(stack), options)
        return {}
      }),
    previewImage: (options: Options & { urls: string[]; current?: string }) =>
      settle('previewImage', options, () => {
        openImageViewer(options.urls, options.current ?? options.urls[0] ?? '')
        return {}
      }),
    previewMedia: (options: Options & { sources: { url: string }[]; current?: number }) =>
      settle('previewMedia', options, () => {
        const urls = options.sources.map(({ url }) => url)
        openImageViewer(urls, urls[options.current ?? 0] ?? '')
        return {}
      }),
    enableAlertBeforeUnload: (options: Options & { message: string }) =>
      settle('enableAlertBeforeUnload', options, () => {
        router.leaveGuard = async () => {
          const answer = feedback.showModal({ title: '提示', content: options.message }) as Promise<{
            confirm: boolean
          }>
          return (await answer).confirm
        }
        return {}
      }),
    disableAlertBeforeUnload: (options?: Options) =>
      settle('disableAlertBeforeUnload', options, () => {
        router.leaveGuard = undefined
        return {}
      }),
    createAnimation,
    createSelectorQuery: () => {
      const query = topPage(stack).instance.createSelectorQuery() as SelectorQuery
      addCanvasNodes(query)
      return query
    },
    createIntersectionObserver: (
      component: { createIntersectionObserver(options?: object): unknown },
      options?: object,
    ) => component.createIntersectionObserver(options),
  }
}
