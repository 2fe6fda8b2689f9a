import { offenders, sourceFiles, type SourceFile, within } from './source-files'

const OWN = ['miniprogram', 'cloudfunctions', 'sandbox', 'scripts', 'test', 'bench']
const isPackage = (imported: string): boolean => !OWN.some((folder) => within(imported, folder))

const miniprogram = sourceFiles('miniprogram')
const cloudfunctions = sourceFiles('cloudfunctions')
const sandbox = sourceFiles('sandbox')
const isService = (path: string): boolean => within(path, 'miniprogram/services')
const isPlatform = (path: string): boolean => within(path, 'miniprogram/platform')

test('the sources are found', () => {
  expect(miniprogram.length).toBeGreaterThan(40)
  expect(cloudfunctions.length).toBeGreaterThan(40)
  expect(sandbox.length).toBeGreaterThan(40)
})

test('shared code imports shared code, and no package but those that ship with the mini-program', () => {
  const shared = miniprogram.filter((f) => within(f.path, 'miniprogram/shared'))
  const breaks = (i: string): boolean =>
    isPackage(i) ? !['json-logic-engine', 'dayjs', 'dayjs/plugin/utc'].includes(i) : !within(i, 'miniprogram/shared')
  expect(offenders(shared, breaks)).toEqual([])
})

test('domain reads form, and form nothing of domain but its times', () => {
  const TIME = 'miniprogram/shared/domain/time'
  const form = miniprogram.filter((f) => within(f.path, 'miniprogram/shared/form'))
  expect(form.length).toBeGreaterThan(30)
  expect(offenders(form, (i) => !isPackage(i) && i !== TIME && !within(i, 'miniprogram/shared/form'))).toEqual([])
  const time = miniprogram.filter((f) => f.path === `${TIME}.ts`)
  expect(time.map(({ imports }) => imports)).toEqual([[]])
})

test('shared code uses neither wx, nor Node, nor Intl', () => {
  const shared = miniprogram.filter((f) => within(f.path, 'miniprogram/shared'))
  const uses = shared.filter((f) => /\bwx\.|\bprocess\.|\bIntl\.|\btoLocale\w*\(|\brequire\(/.test(f.text))
  expect(uses.map((f) => f.path)).toEqual([])
})

test('the mini-program imports nothing from the cloud functions, the sandbox or the tests', () => {
  expect(offenders(miniprogram, (i) => !isPackage(i) && !within(i, 'miniprogram'))).toEqual([])
})

test('only services reach the cloud port; pages and components know verbs', () => {
  const others = miniprogram.filter((f) => !isService(f.path) && !isPlatform(f.path) && f.path !== 'miniprogram/app.ts')
  expect(offenders(others, (i) => within(i, 'miniprogram/platform/cloud'))).toEqual([])
  expect(offenders(others, (i) => within(i, 'miniprogram/services/call'))).toEqual([])
})

test('only platform/ touches transport, and only platform/cloud/wechat.ts touches wx.cloud', () => {
  const transport = miniprogram.filter((f) => /\bwx\.(request|uploadFile|downloadFile)\b/.test(f.text))
  expect(transport.filter((f) => !isPlatform(f.path)).map((f) => f.path)).toEqual([])
  const cloud = miniprogram.filter((f) => /\bwx\.cloud\b/.test(f.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))
  expect(cloud.map((f) => f.path)).toEqual(['miniprogram/platform/cloud/wechat.ts'])
})

test('cloud functions share only miniprogram/shared with the pages', () => {
  const breaks = (i: string): boolean =>
    !isPackage(i) && !within(i, 'cloudfunctions') && !within(i, 'miniprogram/shared')
  expect(offenders(cloudfunctions, breaks)).toEqual([])
})

test('a store owns its row types: it imports the kernel, the ledger, shared code and other stores only', () => {
  const stores = cloudfunctions.filter((f) => within(f.path, 'cloudfunctions/stores'))
  expect(stores.length).toBeGreaterThan(10)
  const allowed = [
    'cloudfunctions/kernel',
    'cloudfunctions/ledger',
    'cloudfunctions/stores',
    'miniprogram/shared/domain',
    'miniprogram/shared/form',
  ]
  const breaks = (i: string): boolean => i !== 'node:crypto' && !allowed.some((folder) => within(i, folder))
  expect(offenders(stores, breaks)).toEqual([])
})

test('wx-server-sdk is loaded in one file, axios in the one-network layer only', () => {
  const sdk = cloudfunctions.filter((f) => f.imports.includes('wx-server-sdk'))
  expect(sdk.map((f) => f.path)).toEqual(['cloudfunctions/kernel/cloud.ts'])
  expect(offenders(cloudfunctions, (i, f) => i === 'axios' && !within(f.path, 'cloudfunctions/one-network'))).toEqual(
    [],
  )
})

test('wire types stay inside the one-network layer', () => {
  const breaks = (i: string, f: SourceFile): boolean =>
    /one-network\/.*(wire|envelope)/.test(i) && !within(f.path, 'cloudfunctions/one-network')
  expect(offenders(cloudfunctions, breaks)).toEqual([])
})

test('a deployed function is a table of actions: its index has at most 40 lines', () => {
  const entries = cloudfunctions.filter((f) =>
    /^cloudfunctions\/(api|transfer|scheduler|callback)\/index\.ts$/.test(f.path),
  )
  expect(entries.length).toBeGreaterThanOrEqual(3)
  expect(entries.filter((f) => f.text.split('\n').length > 41).map((f) => f.path)).toEqual([])
})

test('the stand-ins judge independently: the provider and WeChat import no code of the system under test', () => {
  const provider = sandbox.filter((f) => within(f.path, 'sandbox/one-network'))
  const foreign = (i: string): boolean => ['cloudfunctions', 'miniprogram', 'scripts'].some((own) => within(i, own))
  expect(offenders(provider, foreign)).toEqual([])
  const wechat = sandbox.filter((f) => within(f.path, 'sandbox/wechat'))
  expect(offenders(wechat, (i) => within(i, 'cloudfunctions') || within(i, 'miniprogram'))).toEqual([])
})

test('file formats are read in files/ alone, which knows nothing of this office', () => {
  const own = cloudfunctions.filter((f) => within(f.path, 'cloudfunctions/files'))
  expect(own.length).toBeGreaterThan(8)
  const knows = ['cloudfunctions/files', 'cloudfunctions/kernel', 'miniprogram/shared/domain/file-kind']
  expect(offenders(own, (i) => !isPackage(i) && !knows.some((place) => within(i, place)))).toEqual([])
  const DIRECTORY_ENTRY_OF_A_ZIP = /0x02014b50|PK\\x01\\x02/
  expect(cloudfunctions.filter((f) => DIRECTORY_ENTRY_OF_A_ZIP.test(f.text)).map((f) => f.path)).toEqual([])
  const zipReaders = cloudfunctions.filter((f) => f.imports.some((i) => i.includes('yauzl')))
  expect(zipReaders.length).toBeGreaterThan(0)
  expect(zipReaders.every((f) => within(f.path, 'cloudfunctions/files'))).toBe(true)
})

test('the provider reads the office’s data, the folders of the matters, and nothing else of the functions', () => {
  const provider = sandbox.filter((f) => within(f.path, 'sandbox/one-network'))
  const readers = provider.filter((f) => f.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').includes('cloudfunctions'))
  expect(readers.map((f) => f.path)).toEqual(['sandbox/one-network/paths.ts'])
  const files = readers.flatMap((f) => [...f.text.matchAll(/'cloudfunctions', '(\w+)'/g)].map(([, folder]) => folder))
  expect(files).toEqual(['matters'])
  const loaders = provider.filter((f) => f.text.includes('mattersFolder'))
  expect(loaders.map((f) => f.path)).toEqual([
    'sandbox/one-network/catalogue/matter-files.ts',
    'sandbox/one-network/paths.ts',
  ])
  expect(loaders.flatMap((f) => f.imports).filter((i) => i.includes('module'))).toEqual([])
})
