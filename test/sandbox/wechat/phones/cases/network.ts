import { byCallbacks, type Interface } from '../ask'
import { type PhoneCase } from '../phone-case'

export const networkCases: readonly PhoneCase[] = [
  {
    api: 'cloud',
    asks: 'calls a function, and tells its failure with a code',
    answers: [{ ok: { result: 7 } }, { fail: 'it threw', errCode: -504002 }],
    async run({ wx }) {
      const call: Interface = (options) => (Reflect.get(wx.cloud, 'callFunction') as Interface)(options)
      wx.cloud.init()
      return [
        await byCallbacks('cloud.callFunction', call, { name: 'hello', data: {} }),
        await byCallbacks('cloud.callFunction', call, { name: 'broken', data: {} }),
      ]
    },
    wechatOnly: true,
    limit: 'the browser reaches the cloud by wx.request (platform/cloud/sandbox.ts)',
  },
  {
    api: 'onNetworkStatusChange',
    asks: 'hears the network go and come',
    answers: [
      { isConnected: false, networkType: 'none' },
      { isConnected: true, networkType: 'wifi' },
    ],
    async run({ wx, person }) {
      const heard: unknown[] = []
      wx.onNetworkStatusChange((change) => heard.push(change))
      await person.isOnline(false)
      await person.isOnline(true)
      wx.offNetworkStatusChange()
      return heard
    },
  },
  {
    api: 'offNetworkStatusChange',
    asks: 'stops one listener, or all',
    answers: { afterOne: ['second'], afterAll: ['second'] },
    async run({ wx, person }) {
      const heard: string[] = []
      const first = (): unknown => heard.push('first')
      wx.onNetworkStatusChange(first)
      wx.onNetworkStatusChange(() => heard.push('second'))
      wx.offNetworkStatusChange(first)
      await person.isOnline(false)
      const afterOne = [...heard]
      wx.offNetworkStatusChange()
      await person.isOnline(true)
      return { afterOne, afterAll: heard }
    },
  },
]
