import { member, type PhoneCase, simplified } from '../phone-case'

const LIMIT = 'in jest a page is opened by the test, one at a time: that it shows is not compared'
const missing = { fail: 'page "pages/none/none" is not found' }

export const routeCases: readonly PhoneCase[] = [
  {
    api: 'navigateTo',
    asks: 'opens a page and answers with a channel to it',
    answers: { ok: { emit: 'function', on: 'function', once: 'function', off: 'function' } },
    run: async ({ ask, routes }) =>
      simplified(await ask('navigateTo', { url: `/${routes.page}?id=1` }), (result) =>
        Object.fromEntries(
          ['emit', 'on', 'once', 'off'].map((name) => [name, typeof member(result, 'eventChannel', name)]),
        ),
      ),
    limit: LIMIT,
  },
  {
    api: 'navigateTo',
    asks: 'fails for a page that is not there',
    answers: missing,
    run: ({ ask }) => ask('navigateTo', { url: '/pages/none/none' }),
  },
  {
    api: 'navigateTo',
    asks: 'opens no tab',
    answers: { fail: 'can not navigateTo a tabbar page' },
    run: ({ ask, routes }) => ask('navigateTo', { url: `/${routes.tab}` }),
  },
  {
    api: 'navigateTo',
    asks: 'opens no eleventh page',
    answers: { fail: 'webview count limit exceed' },
    async run({ ask, person, routes }) {
      await person.hasOpened(10)
      return ask('navigateTo', { url: `/${routes.page}` })
    },
  },
  {
    api: 'redirectTo',
    asks: 'opens a page instead of the one that shows, be it the tenth',
    answers: { ok: {} },
    async run({ ask, person, routes }) {
      await person.hasOpened(10)
      return ask('redirectTo', { url: `/${routes.page}` })
    },
    limit: LIMIT,
  },
  {
    api: 'redirectTo',
    asks: 'fails for a page that is not there',
    answers: missing,
    run: ({ ask }) => ask('redirectTo', { url: '/pages/none/none' }),
  },
  {
    api: 'redirectTo',
    asks: 'opens no tab',
    answers: { fail: 'can not redirectTo a tabbar page' },
    run: ({ ask, routes }) => ask('redirectTo', { url: `/${routes.tab}` }),
  },
  {
    api: 'switchTab',
    asks: 'shows another tab',
    answers: { ok: {} },
    run: ({ ask, routes }) => ask('switchTab', { url: `/${routes.tab}` }),
    limit: LIMIT,
  },
  {
    api: 'switchTab',
    asks: 'opens no page that is no tab',
    answers: { fail: 'can not switch to no-tabBar page' },
    run: ({ ask, routes }) => ask('switchTab', { url: `/${routes.page}` }),
  },
  {
    api: 'navigateBack',
    asks: 'goes back where there is something to go back to',
    answers: { ok: {} },
    async run({ ask, person }) {
      await person.hasOpened(2)
      return ask('navigateBack', { delta: 1 })
    },
    limit: LIMIT,
  },
  {
    api: 'navigateBack',
    asks: 'fails on the first page',
    answers: { fail: 'cannot navigate back at first page.' },
    run: ({ ask }) => ask('navigateBack'),
  },
]
