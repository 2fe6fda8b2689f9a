import type * as Clipboard from '../../../miniprogram/platform/clipboard'
import type * as Media from '../../../miniprogram/platform/media'
import type * as Privacy from '../../../miniprogram/platform/privacy'
import { phone } from '../../support/phone'
import { plugIn, unplug } from '../../support/simulate'

const load = <T extends object>(name: string): T => jest.requireActual<T>(`../../../miniprogram/platform/${name}`)
const photos = (from: 'camera' | 'album') =>
  load<typeof Media>('media').pickPhotos({ from, count: 1, extensions: ['jpg'], nameOf: () => '照片' })
const chat = () => load<typeof Media>('media').pickChatFiles({ count: 1, type: 'all', otherwise: '也可以拍照。' })
const copy = () => load<typeof Clipboard>('clipboard').copyText('TJ-1', '已复制')

const ACTS = [
  ['复制', 'setClipboardData', '长按页面上的文字', copy],
  ['拍照', 'chooseMedia', '从聊天文件选', () => photos('camera')],
  ['选取照片', 'chooseMedia', '从聊天文件选', () => photos('album')],
  ['选取聊天里的文件', 'chooseMessageFile', '也可以拍照', chat],
] as const
const only = () => {
  expect(phone.modals).toHaveLength(1)
  return `${phone.modals[0]?.title}|${phone.modals[0]?.content}`
}

beforeEach(() => plugIn())
afterEach(unplug)

describe.each(ACTS)('%s', (act, api, otherwise, run) => {
  test('103: how to allow it, and the way without it', async () => {
    phone.privacyErrno = 103
    await run()
    expect(only()).toContain(`您没有允许${act}|`)
    expect(only()).toContain('进“设置”打开')
    expect(only()).toContain(otherwise)
    expect(phone.toasts).toEqual([])
  })

  test('104: what to agree to, where it is read, and the way without it', async () => {
    phone.privacyErrno = 104
    await run()
    expect(only()).toContain('还没有同意隐私保护指引|')
    expect(only()).toContain(`要${act}`)
    expect(only()).toContain(otherwise)
    expect(phone.opened).toEqual(['privacy-guide'])
  })

  test('104: the guide is opened for the one who wants to read it', async () => {
    phone.privacyErrno = 104
    phone.agrees = false
    await run()
    expect(phone.opened).toEqual([])
  })

  test('112: our fault, with the number for the staff and the way without it', async () => {
    phone.privacyErrno = 112
    await run()
    expect(only()).toContain(`暂时不能${act}|这是小程序的问题`)
    expect(only()).toContain(`编号 112 ${api} 告诉窗口`)
    expect(only()).toContain(otherwise)
    expect(only()).not.toContain('设置')
  })
})

test('a choice that was cancelled is silent', async () => {
  expect(await photos('camera')).toEqual([])
  expect(await chat()).toEqual([])
  expect(phone.modals).toEqual([])
})

test('what was copied is said', async () => {
  await copy()
  expect([phone.clipboard, phone.toasts, phone.modals]).toEqual(['TJ-1', ['已复制'], []])
})

test.each([
  [{ errMsg: 'chooseMedia:fail appid privacy api banned' }, '暂时不能拍照'],
  [{ errMsg: 'chooseMedia:fail system permission denied' }, '没有能够拍照'],
  [new Error('chooseMedia:fail auth deny'), '没有能够拍照'],
])('another refusal of WeChat: %o', async (failure, title) => {
  const { askWeChat } = load<typeof Privacy>('privacy')
  const act = { act: '拍照', phoneSetting: '相机', otherwise: '也可以到窗口。' }
  expect(await askWeChat(act, () => Promise.reject(failure as Error))).toBeNull()
  expect(only()).toContain(title)
  expect(only()).toContain('也可以到窗口。')
})
