import type * as CloudIndex from '../../../miniprogram/platform/cloud/index'
import type * as Environments from '../../../miniprogram/platform/cloud/environments'
import type * as Media from '../../../miniprogram/platform/media'
import type * as Network from '../../../miniprogram/platform/network'
import type * as RoutesModule from '../../../miniprogram/platform/routes'
import type * as Storage from '../../../miniprogram/platform/storage'
import { startGateway, type Gateway } from '../../support/gateway'
import { phone } from '../../support/phone'
import { plugIn, unplug } from '../../support/simulate'

const load = <T extends object>(name: string): T => jest.requireActual<T>(`../../../miniprogram/platform/${name}`)

beforeEach(() => plugIn())
afterEach(unplug)

describe('routes', () => {
  const routes = () => load<typeof RoutesModule>('routes')

  test.each(['SX-1', '事项 & 材料=100%?', 'a/b#c'])('a parameter survives the way: %s', (matterId) => {
    const url = routes().routeUrl('guide', { matterId })
    const query = Object.fromEntries(
      (url.split('?')[1] ?? '').split('&').map((pair) => pair.split('=') as [string, string]),
    )
    expect(routes().readParams('guide', query)).toEqual({ matterId })
  })

  test('absent parameters are left out', () => {
    expect(routes().routeUrl('form', { draftId: 'd-1' })).toBe('/packages/declare/pages/form/form?draftId=d-1')
    expect(routes().readParams('form', { draftId: 'd-1', materialId: undefined })).toEqual({ draftId: 'd-1' })
  })

  test('a tab takes its parameters once', async () => {
    await routes().goTo('cases', { category: 'supplement' })
    expect(phone.visits).toEqual([{ verb: 'switchTab', url: '/pages/cases/cases' }])
    expect(routes().takeTabParams('cases')).toEqual({ category: 'supplement' })
    expect(routes().takeTabParams('cases')).toEqual({})
  })

  test('the eleventh page replaces the tenth', async () => {
    phone.pages = Array.from({ length: 10 }, () => ({}))
    await routes().goTo('guide', { matterId: 'm' })
    expect(phone.visits[0]?.verb).toBe('redirectTo')
  })

  test('back from a page that was opened directly leads home', async () => {
    phone.pages = [{}]
    await routes().goBack()
    phone.pages = [{}, {}]
    await routes().goBack()
    expect(phone.visits.map(({ verb, url }) => verb + url)).toEqual(['switchTab/pages/home/home', 'navigateBack'])
  })
})

describe('WeChat Cloud', () => {
  const { initOptions } = load<typeof Environments>('cloud/environments')

  test('what is tried out never reaches the environment of the citizens', () => {
    const ids = { test: 'test-1a2b', production: 'prod-3c4d' }
    const envs = (['develop', 'trial', 'release'] as const).map((version) => initOptions(version, ids).env)
    expect(envs).toEqual(['test-1a2b', 'test-1a2b', 'prod-3c4d'])
  })

  test('an id that is not known yet is left out: WeChat would refuse an empty one', () => {
    expect(initOptions('release', { test: 'test-1a2b', production: '' })).toEqual({ traceUser: false })
  })
})

describe('storage', () => {
  const storage = () => load<typeof Storage>('storage')
  const COPY = { baseVersion: 3, changes: { 'CL-FORM': { name: '欧阳五' } }, keptAt: 1793581800000 }

  test('what a citizen typed is kept encrypted, and forgotten when it was saved', async () => {
    await storage().keepDraftCopy('d-1', COPY)
    expect([...phone.storage.keys()]).toEqual(['encrypted:draft.d-1'])
    expect(await storage().readDraftCopy('d-1')).toEqual(COPY)
    await storage().dropDraftCopy('d-1')
    expect(await storage().readDraftCopy('d-1')).toBeNull()
  })

  test('a full phone is told, not hidden', async () => {
    phone.storageFull = true
    await expect(storage().keepDraftCopy('d-1', COPY)).rejects.toThrow('exceed storage max size')
    expect(storage().writeSetting('sandbox.citizen', 'citizen-2')).toBe(false)
  })

  test('a setting that was never written is undefined', () => {
    expect(storage().readSetting('sandbox.gateway')).toBeUndefined()
    storage().writeSetting('sandbox.citizen', 'citizen-2')
    expect(storage().readSetting('sandbox.citizen')).toBe('citizen-2')
  })
})

describe('the choice of the cloud', () => {
  let gateway: Gateway
  const cloud = () => load<typeof CloudIndex>('cloud/index')

  beforeAll(async () => {
    gateway = await startGateway({ 'account.get': () => ({ active: null, identities: [] }) })
  })
  afterAll(() => gateway.close())
  beforeEach(() => {
    gateway.calls.length = 0
  })

  const ask = () => cloud().cloudPort().call('api', { action: 'account.get', input: {}, requestId: 'r-12345678' })

  test('a tourist with an address reaches the sandbox as the chosen citizen', async () => {
    cloud().rememberSandbox({ sandbox: encodeURIComponent(gateway.url), citizen: 'citizen-3' })
    await ask()
    expect(gateway.calls[0]?.citizen).toBe('citizen-3')
  })

  test.each(['http://192.168.1.2:5180', 'https://example.com', 'http://127.0.0.1.example.com:80', 'javascript:1'])(
    'an address elsewhere is ignored: %s',
    (address) => {
      cloud().rememberSandbox({ sandbox: address })
      expect(phone.storage.has('sandbox.gateway')).toBe(false)
    },
  )

  test('a released version uses WeChat Cloud, whatever the launch or the storage says', async () => {
    plugIn({ gateway: gateway.url, through: 'wechat', citizen: 'citizen-1' })
    phone.storage.set('sandbox.gateway', 'http://127.0.0.1:1')
    cloud().rememberSandbox({ sandbox: 'http://127.0.0.1:2', citizen: 'citizen-3' })
    expect(phone.storage.get('sandbox.gateway')).toBe('http://127.0.0.1:1')
    await ask()
    expect(gateway.calls[0]?.citizen).toBe('citizen-1')
  })

  test('without a stored address even a developer uses WeChat Cloud', async () => {
    phone.gateway = gateway.url
    await ask()
    expect(gateway.calls).toHaveLength(1)
  })
})

describe('media and network', () => {
  const media = () => load<typeof Media>('media')

  test('photos get the names that the page gives them; a cancelled choice is empty', async () => {
    const nameOf = (index: number): string => `体检证明-${index + 3}`
    phone.files = [
      { path: '/tmp/abc.PNG', name: 'ignored', size: 5 },
      { path: '/tmp/def', name: 'ignored', size: 6 },
    ]
    expect(await media().pickPhotos({ from: 'album', count: 2, extensions: ['jpg', 'png'], nameOf })).toEqual([
      { path: '/tmp/abc.PNG', name: '体检证明-3.png', size: 5, namedByUs: true },
      { path: '/tmp/def', name: '体检证明-4.jpg', size: 6, namedByUs: true },
    ])
    expect(await media().pickPhotos({ from: 'camera', count: 1, extensions: ['jpg'], nameOf })).toEqual([])
    expect(await media().pickChatFiles({ count: 1, type: 'all', otherwise: '' })).toEqual([])
  })

  test('a picture or film of a chat has no name of the citizen’s; a file has', async () => {
    phone.files = [
      { path: '/tmp/abc.jpg', name: 'abc.jpg', size: 5 },
      { path: '/tmp/scan.pdf', name: '执业证书.pdf', size: 6 },
    ]
    expect(await media().pickChatFiles({ count: 9, type: 'all', otherwise: '' })).toEqual([
      { path: '/tmp/abc.jpg', name: 'abc.jpg', size: 5, namedByUs: true },
      { path: '/tmp/scan.pdf', name: '执业证书.pdf', size: 6, namedByUs: false },
    ])
  })

  test('watches the connection until it is told to stop', () => {
    const seen: boolean[] = []
    const stop = load<typeof Network>('network').watchNetwork((online) => seen.push(online))
    for (const listener of phone.networkListeners) listener({ isConnected: false, networkType: 'none' })
    stop()
    expect(seen).toEqual([false])
    expect(phone.networkListeners.size).toBe(0)
  })
})
