import { type PhoneCase } from '../phone-case'

const LAYOUT = 'jsdom lays nothing out and draws nothing: where a node stands is not compared'

export const screenCases: readonly PhoneCase[] = [
  {
    api: 'showToast',
    asks: 'is there at once',
    answers: { ok: {} },
    run: ({ ask }) => ask('showToast', { title: '已保存', icon: 'none' }),
  },
  {
    api: 'showModal',
    asks: 'answers yes',
    answers: { ok: { confirm: true, cancel: false } },
    async run({ ask, person }) {
      await person.answers(true)
      return ask('showModal', { title: '提示', content: '继续吗？' })
    },
  },
  {
    api: 'showModal',
    asks: 'answers no, which is no failure',
    answers: { ok: { confirm: false, cancel: true } },
    async run({ ask, person }) {
      await person.answers(false)
      return ask('showModal', { title: '提示', content: '继续吗？' })
    },
  },
  {
    api: 'showLoading',
    asks: 'is there at once',
    answers: { ok: {} },
    run: ({ ask }) => ask('showLoading', { title: '请稍候' }),
  },
  {
    api: 'hideLoading',
    asks: 'hides what was shown',
    answers: { ok: {} },
    async run({ ask }) {
      await ask('showLoading', { title: '请稍候' })
      return ask('hideLoading')
    },
  },
  {
    api: 'setNavigationBarTitle',
    asks: 'changes the title',
    answers: { ok: {} },
    run: ({ ask }) => ask('setNavigationBarTitle', { title: '填表' }),
  },
  {
    api: 'setNavigationBarColor',
    asks: 'changes the colours of the bar',
    answers: { ok: {} },
    run: ({ ask }) => ask('setNavigationBarColor', { frontColor: '#ffffff', backgroundColor: '#10151d' }),
  },
  {
    api: 'setBackgroundColor',
    asks: 'changes the colour behind the page',
    answers: { ok: {} },
    run: ({ ask }) => ask('setBackgroundColor', { backgroundColor: '#10151d' }),
  },
  {
    api: 'hideTabBar',
    asks: 'hides the tab bar that shows',
    answers: { ok: {} },
    run: ({ ask }) => ask('hideTabBar'),
  },
  {
    api: 'showTabBar',
    asks: 'shows it again',
    answers: { ok: {} },
    async run({ ask }) {
      await ask('hideTabBar')
      return ask('showTabBar')
    },
  },
  {
    api: 'setTabBarStyle',
    asks: 'changes the colours of the tab bar that shows',
    answers: { ok: {} },
    run: ({ ask }) => ask('setTabBarStyle', { color: '#b4bfce', selectedColor: '#7db0ff', backgroundColor: '#1a212c' }),
  },
  {
    api: 'setTabBarItem',
    asks: 'changes the pictures of a tab',
    answers: { ok: {} },
    run: ({ ask }) =>
      ask('setTabBarItem', { index: 0, iconPath: 'images/tab-home.png', selectedIconPath: 'images/tab-home-on.png' }),
  },
  {
    api: 'stopPullDownRefresh',
    asks: 'ends the wheel, also where none turns',
    answers: { ok: {} },
    run: ({ ask }) => ask('stopPullDownRefresh'),
    limit: 'only a phone shows the wheel',
  },
  {
    api: 'pageScrollTo',
    asks: 'scrolls the page',
    answers: { ok: {} },
    run: ({ ask }) => ask('pageScrollTo', { scrollTop: 0 }),
    limit: LAYOUT,
  },
  {
    api: 'nextTick',
    asks: 'calls later, and returns nothing',
    answers: { returned: 'undefined', calledAtOnce: false },
    run: ({ wx }) =>
      new Promise((resolve) => {
        let hasReturned = false
        let returned = ''
        const called = (): void => resolve({ returned, calledAtOnce: !hasReturned })
        returned = typeof (wx.nextTick(called) as unknown)
        hasReturned = true
      }),
  },
  {
    api: 'createSelectorQuery',
    asks: 'answers null for each selector that finds nothing, after exec has returned',
    answers: { results: [null, null], calledAtOnce: false },
    run: ({ wx }) =>
      new Promise((resolve) => {
        let hasReturned = false
        const query = wx.createSelectorQuery()
        query.select('.nowhere').boundingClientRect()
        query.select('#nothing').fields({ node: true, size: true })
        query.exec((results: unknown[]) => resolve({ results, calledAtOnce: !hasReturned }))
        hasReturned = true
      }),
    limit: LAYOUT,
  },
  {
    api: 'canvasToTempFilePath',
    asks: 'fails without a canvas',
    answers: { fail: 'canvas is empty' },
    run: ({ ask }) => ask('canvasToTempFilePath', { fileType: 'png' }),
    limit: LAYOUT,
  },
]
