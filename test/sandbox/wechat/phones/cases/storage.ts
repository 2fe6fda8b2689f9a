import { type Phone, type PhoneCase } from '../phone-case'

const MB = 1024 * 1024
const NONE = { fail: 'data not found' }

async function plainAndEncrypted({ ask }: Phone): Promise<unknown> {
  await ask('setStorage', { key: 'k', data: 'plain' })
  await ask('setStorage', { key: 'k', data: 'secret', encrypt: true })
  return [await ask('getStorage', { key: 'k' }), await ask('getStorage', { key: 'k', encrypt: true })]
}

/** What `setStorageSync` throws. */
function thrownBy(act: () => void): unknown {
  try {
    act()
  } catch (error) {
    return (error as { errMsg?: unknown }).errMsg
  }
  return undefined
}

export const storageCases: readonly PhoneCase[] = [
  {
    api: 'getStorageSync',
    asks: 'what was never stored is an empty text',
    answers: '',
    run: ({ wx }) => wx.getStorageSync<unknown>('never'),
  },
  {
    api: 'getStorageSync',
    asks: 'does not see what was stored encrypted',
    answers: '',
    async run({ wx, ask }) {
      await ask('setStorage', { key: 'k', data: 'secret', encrypt: true })
      return wx.getStorageSync<unknown>('k')
    },
  },
  {
    api: 'getStorageSync',
    asks: 'hands out a copy each time',
    answers: { list: [1] },
    run({ wx }) {
      wx.setStorageSync('k', { list: [1] })
      wx.getStorageSync<{ list: number[] }>('k').list.push(2)
      return wx.getStorageSync<unknown>('k')
    },
  },
  {
    api: 'getStorageInfoSync',
    asks: 'the names of what is kept, encrypted or not, each once',
    answers: ['k', 'own'],
    run: async ({ wx }) => {
      wx.setStorageSync('k', 1)
      await wx.setStorage({ key: 'own', data: { a: 1 }, encrypt: true })
      return wx
        .getStorageInfoSync()
        .keys.filter((key) => ['k', 'own'].includes(key))
        .sort()
    },
  },
  {
    api: 'setStorageSync',
    asks: 'returns nothing and keeps a copy',
    answers: { returned: 'undefined', kept: { list: [1] } },
    run({ wx }) {
      const data = { list: [1] }
      const returned = typeof (wx.setStorageSync('k', data) as unknown)
      data.list.push(2)
      return { returned, kept: wx.getStorageSync<unknown>('k') }
    },
  },
  {
    api: 'setStorageSync',
    asks: 'throws for more than 1 MB',
    answers: 'setStorageSync:fail entry size limit reached',
    run: ({ wx }) => thrownBy(() => wx.setStorageSync('k', 'x'.repeat(MB))),
  },
  {
    api: 'setStorage',
    asks: 'keeps a copy',
    answers: [{ ok: {} }, { list: [1] }],
    async run({ wx, ask }) {
      const data = { list: [1] }
      const answer = await ask('setStorage', { key: 'k', data })
      data.list.push(2)
      return [answer, wx.getStorageSync<unknown>('k')]
    },
  },
  {
    api: 'setStorage',
    asks: 'wants a key',
    answers: { fail: 'parameter error: parameter.key should be String' },
    run: ({ ask }) => ask('setStorage', { key: '', data: 1 }),
  },
  {
    api: 'setStorage',
    asks: 'refuses more than 1 MB',
    answers: { fail: 'entry size limit reached' },
    run: ({ ask }) => ask('setStorage', { key: 'k', data: 'x'.repeat(MB) }),
  },
  {
    api: 'setStorage',
    asks: 'refuses more than 0.7 MB encrypted',
    answers: [{ fail: 'entry size limit reached' }, { ok: {} }],
    async run({ ask }) {
      const big = { key: 'k', data: 'x'.repeat(0.8 * MB) }
      return [await ask('setStorage', { ...big, encrypt: true }), await ask('setStorage', big)]
    },
  },
  {
    api: 'setStorage',
    asks: 'refuses what does not fit any more',
    answers: { fail: 'exceed storage max size 10Mb' },
    async run({ ask }) {
      let answer = await ask('setStorage', { key: 'k0', data: '' })
      for (let at = 1; at <= 11 && 'ok' in answer; at += 1) {
        answer = await ask('setStorage', { key: `k${at}`, data: 'x'.repeat(MB - 100) })
      }
      return answer
    },
    limit: 'the browser itself is full after five of the ten MB: only the words are compared',
  },
  {
    api: 'getStorage',
    asks: 'fails for what was never stored',
    answers: NONE,
    run: ({ ask }) => ask('getStorage', { key: 'never' }),
  },
  {
    api: 'getStorage',
    asks: 'finds the plain and the encrypted value apart',
    answers: [{ ok: { data: 'plain' } }, { ok: { data: 'secret' } }],
    run: plainAndEncrypted,
  },
  {
    api: 'removeStorage',
    asks: 'removes both values of a key',
    answers: [{ ok: {} }, NONE, NONE],
    async run(phone) {
      await plainAndEncrypted(phone)
      const { ask } = phone
      return [
        await ask('removeStorage', { key: 'k' }),
        await ask('getStorage', { key: 'k' }),
        await ask('getStorage', { key: 'k', encrypt: true }),
      ]
    },
  },
  {
    api: 'removeStorage',
    asks: 'does not mind what was never stored',
    answers: { ok: {} },
    run: ({ ask }) => ask('removeStorage', { key: 'never' }),
  },
]
