import { BAR_COLOURS, TAB_PICTURES, tabPicture } from '../platform/bar-colours'
import { isLarge, lookClass, lookNow, type Look } from '../platform/look'

/** What every page has in its data: the class of its root view, and whether 关怀模式 is on. */
interface Worn {
  readonly look: string
  readonly large: boolean
}

const wornOf = (look: Look): Worn => ({ look: lookClass(look), large: isLarge(look) })

interface Wearer {
  /** `guideOpen`: home shows the first-time guide. */
  readonly data: Partial<Worn> & { readonly guideOpen?: boolean }
  readonly route?: string
  setData(data: Worn): void
}

function wear(page: Wearer, look: Look): void {
  const worn = wornOf(look)
  if (page.data.look !== worn.look || page.data.large !== worn.large) page.setData(worn)
}

const HOME = 'pages/home/home'
/** The bars were dressed by hand: WeChat no longer does it alone. */
let byHand = false

/** WeChat dresses its bars by theme.json as the phone is; a theme that was chosen here needs our hand. */
function dressBars({ route = '' }: Wearer, { choice, theme }: Look): void {
  if (choice === 'system' && !byHand) return
  byHand = true
  const { page, hero, surface, text, chosen } = BAR_COLOURS[theme]
  const isHome = route === HOME
  // A page that was left meanwhile has no bar any more, and only a page of the tab bar has that one.
  const fail = (): void => undefined
  wx.setNavigationBarColor({
    frontColor: isHome || theme === 'dark' ? '#ffffff' : '#000000',
    backgroundColor: isHome ? hero : page,
    fail,
  })
  wx.setBackgroundColor({ backgroundColor: page, fail })
  wx.setTabBarStyle({ color: text, selectedColor: chosen, backgroundColor: surface, fail })
  TAB_PICTURES.forEach((tab, index) => {
    const dark = theme === 'dark'
    wx.setTabBarItem({
      index,
      iconPath: tabPicture(tab, false, dark),
      selectedIconPath: tabPicture(tab, true, dark),
      fail,
    })
  })
}

/** The tab bar was hidden here. */
let isHidden = false

/**
 * 关怀模式 has no tab bar, whose words WeChat draws small: home lists the ways, and each of them ends with the way home. The
 * first-time guide has none either.
 */
function showTabBar({ data }: Wearer, { size }: Look): void {
  const hides = size !== 'normal' || data.guideOpen === true
  if (!hides && !isHidden) return
  // Only a page of the tab bar has one: until then nothing has changed.
  const fail = (): void => undefined
  const success = (): void => {
    isHidden = hides
  }
  if (hides) wx.hideTabBar({ success, fail })
  else wx.showTabBar({ success, fail })
}

/** The pages that are open change at once; what is opened later finds the choice kept. */
export function showLook(): void {
  const now = lookNow()
  const pages = getCurrentPages() as unknown as readonly Wearer[]
  pages.forEach((page) => wear(page, now))
  const top = pages[pages.length - 1]
  if (top === undefined) return
  dressBars(top, now)
  showTabBar(top, now)
}

/** Every page wears it: its template begins with `<view class="{{look}}">`. */
export const look = Behavior({
  data: wornOf(lookNow()),
  lifetimes: {
    attached() {
      wear(this as unknown as Wearer, lookNow())
    },
  },
  pageLifetimes: {
    show() {
      const now = lookNow()
      wear(this as unknown as Wearer, now)
      dressBars(this as unknown as Wearer, now)
      showTabBar(this as unknown as Wearer, now)
    },
  },
})
