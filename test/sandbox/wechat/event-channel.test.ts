import { EventChannel } from '../../../sandbox/wechat/runtime/event-channel'
import { formatQuery, parsePageUrl } from '../../../sandbox/wechat/runtime/url'

describe('the channel between a page and its opener', () => {
  it('carries events both ways, and not to the sender itself', () => {
    const [opener, opened] = EventChannel.pair()
    const heard: unknown[] = []
    opener.on('picked', (value) => heard.push(['opener', value]))
    opened.on('picked', (value) => heard.push(['opened', value]))
    opened.emit('picked', 1)
    opener.emit('picked', 2)
    expect(heard).toEqual([
      ['opener', 1],
      ['opened', 2],
    ])
  })

  it('keeps what was emitted before the other side listened', () => {
    const [opener, opened] = EventChannel.pair()
    const heard: unknown[] = []
    opener.emit('hello', 'a')
    opener.emit('hello', 'b')
    opened.on('hello', (value) => heard.push(value))
    expect(heard).toEqual(['a', 'b'])
  })

  it('forgets a once listener after one event, and listeners that were taken off', () => {
    const [opener, opened] = EventChannel.pair()
    const heard: string[] = []
    const always = (): void => void heard.push('always')
    opened.once('tick', () => heard.push('once'))
    opened.on('tick', always)
    opener.emit('tick')
    opener.emit('tick')
    opened.off('tick', always)
    opener.emit('tick')
    expect(heard).toEqual(['once', 'always', 'always'])
  })
})

describe('page addresses', () => {
  it('count from the page that shows and keep values as written, as WeChat does', () => {
    expect(parsePageUrl('../b/b?x=%E5%A4%A9&y=1=2&flag', 'pages/a/a')).toEqual({
      path: 'pages/b/b',
      query: { x: '%E5%A4%A9', y: '1=2', flag: '' },
    })
    expect(parsePageUrl('/pages/c/c', 'pages/a/a')).toEqual({ path: 'pages/c/c', query: {} })
  })

  it('are written back the same', () => {
    expect(formatQuery({ x: '%E5%A4%A9', y: '1' })).toBe('?x=%E5%A4%A9&y=1')
    expect(formatQuery({})).toBe('')
  })
})
