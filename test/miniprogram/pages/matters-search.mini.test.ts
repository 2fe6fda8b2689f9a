import type { MatterBrief } from '../../../miniprogram/shared/domain/matter'
import { refuse } from '../../support/gateway'
import { phone } from '../../support/phone'
import { FREIGHT, NURSE } from '../fixtures'
import { DOWN, gateway, openMatters, prepareMatters } from './matters-page'

prepareMatters()

describe('搜索 on the keyboard', () => {
  const ELSEWHERE: MatterBrief = {
    ...FREIGHT,
    matterId: 'SX-NEW',
    name: '护理员备案',
    shortName: '护理员备案',
    pinyin: [],
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
    await page.tapText('.filter', '个人')
    await page.until(() => searches().length === 2, 'the second search')
    expect(searches()).toEqual([{ keyword: '许可' }, { keyword: '许可', subjectType: 'person' }])
  })

  test('what is there but for one letter is called so; signs alone are no search', async () => {
    gateway.handlers = { ...gateway.handlers, 'matter.search': () => ({ matters: [ELSEWHERE] }) }
    const page = await openMatters()
    const all = page.text
    await page.type('.search-input', '护土执业')
    expect(page.text).toContain('没有找到“护土执业”。下面的事项只差一个字')
    expect(page.text).toContain('护士执业注册')
    await page.type('.search-input', '護士')
    expect(page.text).toContain('共 1 项')
    expect(page.text).not.toContain('只差一个字')
    await page.type('.search-input', '！？')
    expect(page.text.replace(/^搜索/, '')).toBe(all)
    await page.emit('.search-input', 'confirm', {})
    expect(searches()).toEqual([])
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
