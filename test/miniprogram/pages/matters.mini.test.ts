import type { MatterBrief } from '../../../miniprogram/shared/domain/matter'
import { refuse, startGateway, type Gateway } from '../../support/gateway'
import { phone } from '../../support/phone'
import { openPage, plugIn, unplug } from '../../support/simulate'
import { AS_PERSON, FREIGHT, NURSE } from '../fixtures'

let gateway: Gateway
const DOWN = { code: 'UPSTREAM_UNAVAILABLE', retryable: true } as const

beforeAll(async () => {
  gateway = await startGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  gateway.calls.length = 0
  gateway.handlers = { 'matter.list': () => ({ account: AS_PERSON, matters: [FREIGHT, NURSE] }) }
  plugIn({ gateway: gateway.url })
})
afterEach(unplug)

async function openMatters() {
  const page = await openPage('pages/matters/matters')
  await page.untilText('共 2 项')
  return page
}

test('lists all matters by theme', async () => {
  const page = await openMatters()
  expect(page.all('.group-title').map(({ text }) => text)).toEqual(['交通运输', '卫生健康'])
  expect(gateway.calls).toHaveLength(1)
})

test.each([
  ['护士', '护士执业注册'],
  ['护士注册', '护士执业注册'],
  ['货运', '道路货运许可'],
  ['道路货物运输经营许可（危险货物除外）', '道路货运许可'],
  ['许可 货物', '道路货运许可'],
  ['卫生健康', '护士执业注册'],
  ['hs', '护士执业注册'],
  ['hszyzc', '护士执业注册'],
])('finds by %s', async (query, expected) => {
  const page = await openMatters()
  await page.type('.search-input', query)
  expect(page.text).toContain('共 1 项')
  expect(page.text).toContain(expected)
  expect(gateway.calls).toHaveLength(1)
})

describe('an answer without matters', () => {
  const helped = { matters: [FREIGHT], more: false, phone: '13000000109' }

  test('helps on: what was searched for, shorter words, themes, recommended matters, whom to call', async () => {
    gateway.handlers = { ...gateway.handlers, 'matter.recommend': () => helped }
    const page = await openMatters()
    await page.type('.search-input', '护士资格证')
    await page.untilText('13000000109')
    expect(page.text).toContain('没有找到“护士资格证”')
    expect(
      page
        .find('.nothing')
        .all('.word')
        .map(({ text }) => text),
    ).toEqual(['护士'])
    expect(
      page
        .find('.nothing')
        .all('.theme')
        .map(({ text }) => text),
    ).toEqual(['交通运输', '卫生健康'])
    expect(
      page
        .find('.nothing')
        .all('.recommended')
        .map(({ text }) => text),
    ).toEqual([expect.stringContaining('道路货运许可')])
    await page.find('.nothing').tap('.phone')
    expect(phone.called).toEqual(['13000000109'])
    await page.type('.search-input', '护士资格')
    expect(gateway.calls.filter(({ action }) => action === 'matter.recommend')).toHaveLength(1)
  })

  test('each way on leads on', async () => {
    gateway.handlers = {
      ...gateway.handlers,
      'matter.recommend': () => helped,
      'matter.search': () => ({ matters: [] }),
    }
    const page = await openMatters()
    await page.type('.search-input', '护士资格证')
    await page.find('.nothing').tap('.word')
    await page.untilText('共 1 项')
    expect(page.text).toContain('护士执业注册')
    await page.type('.search-input', '护士资格证')
    await page.find('.nothing').tapText('.theme', '交通运输')
    await page.untilText('道路货运许可')
    expect(page.text).toContain('共 1 项')
    await page.type('.search-input', '出国护照')
    expect(page.text).toContain('请换一个短一点的词')
    await page.emit('.nothing', 'select', { matterId: FREIGHT.matterId })
    expect(phone.visits).toEqual([
      { verb: 'navigateTo', url: '/packages/matter/pages/guide/guide?matterId=SX-FREIGHT' },
    ])
    await page.find('.nothing').tap('.all')
    expect(page.text).toContain('共 2 项')
  })

  test('without recommendations it still helps', async () => {
    gateway.handlers = { ...gateway.handlers, 'matter.recommend': () => refuse(DOWN) }
    const page = await openMatters()
    await page.type('.search-input', '出国护照')
    await page.untilText('可以到政务服务大厅的窗口咨询')
    expect(page.text).toContain('按主题找')
    expect(page.text).not.toContain('没有取到')
  })

  test('names what the list is narrowed to', async () => {
    gateway.handlers = { ...gateway.handlers, 'matter.recommend': () => helped }
    const page = await openMatters()
    await page.tapText('.filter', '企业办理')
    await page.type('.search-input', '护士')
    expect(page.text).toContain('现在只列出“企业办理”的事项')
  })
})

describe('搜索 on the keyboard', () => {
  const ELSEWHERE: MatterBrief = {
    ...FREIGHT,
    matterId: 'SX-NEW',
    name: '护理员备案',
    shortName: '护理员备案',
    initials: [],
  }
  const searches = () => gateway.calls.filter(({ action }) => action === 'matter.search').map(({ input }) => input)

  test('asks the provider too: its hits first, then ours that it did not find', async () => {
    gateway.handlers = { ...gateway.handlers, 'matter.search': () => ({ matters: [ELSEWHERE] }) }
    const page = await openMatters()
    await page.type('.search-input', ' 护士')
    await page.emit('.search-input', 'confirm', { value: ' 护士' })
    await page.untilText('共 2 项')
    expect(searches()).toEqual([{ keyword: '护士' }])
    expect(page.text.indexOf('护理员备案')).toBeLessThan(page.text.indexOf('护士执业注册'))
    // Typing on leaves that answer behind.
    await page.type('.search-input', '护士执')
    expect(page.text).toContain('共 1 项')
    expect(page.text).not.toContain('护理员备案')
  })

  test('for the kind of applicant that is chosen, also when it is chosen afterwards', async () => {
    gateway.handlers = { ...gateway.handlers, 'matter.search': () => ({ matters: [] }) }
    const page = await openMatters()
    await page.type('.search-input', '许可')
    await page.tap('.confirm')
    await page.tapText('.filter', '个人办理')
    await page.until(() => searches().length === 2, 'the second search')
    expect(searches()).toEqual([{ keyword: '许可' }, { keyword: '许可', subjectType: 'person' }])
  })

  test('says that it asks; nothing is called empty meanwhile', async () => {
    let release = (): void => undefined
    gateway.handlers = {
      ...gateway.handlers,
      'matter.search': () => new Promise((resolve) => (release = () => resolve({ matters: [ELSEWHERE] }))),
    }
    const page = await openMatters()
    await page.type('.search-input', '护理')
    await page.emit('.search-input', 'confirm', {})
    await page.untilText('正在向一网通查找')
    expect(page.text).not.toContain('没有找到')
    await page.until(() => searches().length === 1, 'the search')
    release()
    await page.untilText('护理员备案')
    expect(page.text).not.toContain('正在向一网通查找')
  })

  test('when the provider does not answer, our list stands and a quiet line says so', async () => {
    gateway.handlers = { ...gateway.handlers, 'matter.search': () => refuse(DOWN) }
    const page = await openMatters()
    await page.type('.search-input', '护士')
    await page.emit('.search-input', 'confirm', {})
    await page.untilText('一网通的查找暂时没有回应')
    expect(page.text).toContain('共 1 项')
    expect(page.text).toContain('护士执业注册')
    await page.type('.search-input', '货运')
    expect(page.text).not.toContain('暂时没有回应')
  })

  test('an answer that comes after something else was typed is not shown', async () => {
    let release = (): void => undefined
    gateway.handlers = {
      ...gateway.handlers,
      'matter.search': () => new Promise((resolve) => (release = () => resolve({ matters: [ELSEWHERE] }))),
    }
    const page = await openMatters()
    await page.type('.search-input', '护士')
    await page.emit('.search-input', 'confirm', {})
    await page.until(() => searches().length === 1, 'the search')
    await page.type('.search-input', '货运')
    release()
    await page.rest(60)
    expect(page.text).not.toContain('护理员备案')
    expect(page.text).not.toContain('正在向一网通查找')
  })

  test('what may be an ID number goes neither to the provider nor into the history', async () => {
    const page = await openMatters()
    await page.type('.search-input', '护士 199607')
    await page.emit('.search-input', 'confirm', {})
    expect(page.text).not.toContain('正在向一网通查找')
    await page.rest(200)
    expect(searches()).toEqual([])
    await page.tap('.clear')
    await page.emit('.search-input', 'focus', {})
    expect(page.has('.history')).toBe(false)
  })
})

describe('history', () => {
  const searched = async (...words: readonly string[]) => {
    phone.storage.set('search.history', words)
    const page = await openMatters()
    await page.emit('.search-input', 'focus', {})
    return page
  }
  const kept = () => phone.storage.get('search.history')

  beforeEach(() => {
    gateway.handlers = { ...gateway.handlers, 'matter.search': () => ({ matters: [] }) }
  })

  test('is shown under the empty field when it is touched; a word of it searches again', async () => {
    const page = await searched('货运', '护士')
    expect(page.find('.history').text).toContain('最近搜索')
    await page.find('.history').tapText('.words', '护士')
    await page.untilText('共 1 项')
    expect(page.text).toContain('护士执业注册')
    expect(page.has('.history')).toBe(false)
    expect(kept()).toEqual(['护士', '货运'])
  })

  test('forgets one word, or all', async () => {
    const page = await searched('货运', '护士')
    await page.find('.history').tap('.drop')
    expect(kept()).toEqual(['护士'])
    expect(page.find('.history').text).not.toContain('货运')
    await page.emit('.history', 'clear', {})
    expect(kept()).toEqual([])
    expect(page.has('.history')).toBe(false)
  })

  test('goes away while something is typed, and when it is closed', async () => {
    const page = await searched('货运')
    await page.type('.search-input', '护')
    expect(page.has('.history')).toBe(false)
    await page.type('.search-input', '')
    expect(page.has('.history')).toBe(true)
    await page.find('.history').tap('.close')
    expect(page.has('.history')).toBe(false)
  })

  test('keeps the last ten, each once, also what led to a matter', async () => {
    const page = await searched(...Array.from({ length: 10 }, (_, n) => `词${n}`))
    await page.type('.search-input', '护士')
    await page.emit('.matter', 'select', { matterId: NURSE.matterId })
    expect(kept()).toEqual(['护士', ...Array.from({ length: 9 }, (_, n) => `词${n}`)])
  })

  test('a phone whose storage is full or holds something else still searches', async () => {
    phone.storage.set('search.history', { broken: true })
    phone.storageFull = true
    const page = await openMatters()
    await page.emit('.search-input', 'focus', {})
    await page.type('.search-input', '护士')
    await page.emit('.search-input', 'confirm', {})
    await page.untilText('共 1 项')
  })
})

test('shows only what an enterprise can apply for', async () => {
  const page = await openMatters()
  await page.tapText('.filter', '企业办理')
  expect(page.text).toContain('共 1 项')
  expect(page.text).toContain('道路货运许可')
  expect(page.text).not.toContain('护士')
})

test('opens the guide of a matter', async () => {
  const page = await openMatters()
  await page.emit('.matter', 'select', { matterId: FREIGHT.matterId })
  expect(phone.visits).toEqual([{ verb: 'navigateTo', url: '/packages/matter/pages/guide/guide?matterId=SX-FREIGHT' }])
})

test('an upstream failure is never an empty list', async () => {
  gateway.raw = (response) => response.writeHead(502).end('<html>Bad Gateway</html>')
  const page = await openPage('pages/matters/matters')
  await page.untilText('系统出了问题')
  expect(page.text).not.toContain('没有找到')
  gateway.raw = null
  await page.emit('.state', 'retry', {})
  await page.untilText('共 2 项')
})
