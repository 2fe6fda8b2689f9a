import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { jpg } from '../../../cloudfunctions/support/files'
import { phone } from '../../../support/phone'
import { add, delivered, file, folder, gateway, open, prepareUpload } from './restarted-upload'

prepareUpload()

describe('photos as phones make them', () => {
  const HEIC = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1')

  test('a HEIC photo becomes a JPEG where the phone can do that', async () => {
    const page = await open()
    const chooseMedia = wx.chooseMedia.bind(wx)
    const picked = file('IMG_1.HEIC', HEIC)
    wx.chooseMedia = (() =>
      Promise.resolve({
        tempFiles: [{ tempFilePath: picked.path, size: picked.size }],
      })) as unknown as typeof chooseMedia
    phone.files = [file('made.jpg')]
    await add(page, 'album')
    wx.chooseMedia = chooseMedia
    await page.untilText('传好了')
    expect(delivered()[0]).toMatch(/\.jpg$/)
  })

  test('otherwise it says how to get a JPEG', async () => {
    const page = await open()
    phone.files = [file('IMG_2.HEIC', HEIC)]
    await add(page, 'album')
    await page.untilText('这是 HEIC 照片')
    expect(page.text).toContain('兼容性最佳')
    expect(gateway.calls.some(({ action }) => action === 'attachment.begin')).toBe(false)
    expect(existsSync(join(folder, 'IMG_2.HEIC'))).toBe(true)
  })

  const WEBP = Buffer.from('RIFF\x24\0\0\0WEBPVP8 ')

  test('a picture that is WebP inside becomes a JPEG, also under the name of one', async () => {
    const page = await open()
    const [photo, message] = [file('mmexport1.jpg', WEBP), file('来自聊天.webp', WEBP)]
    const [chooseMedia, chooseMessageFile] = [wx.chooseMedia.bind(wx), wx.chooseMessageFile.bind(wx)]
    wx.chooseMedia = (() =>
      Promise.resolve({ tempFiles: [{ tempFilePath: photo.path, size: photo.size }] })) as unknown as typeof chooseMedia
    wx.chooseMessageFile = (() =>
      Promise.resolve({ tempFiles: [{ ...message, type: 'file' }] })) as unknown as typeof chooseMessageFile
    phone.files = [file('made.jpg', jpg('one')), file('made-again.jpg', jpg('two'))]
    await add(page, 'album')
    await page.untilText('传好了')
    await add(page)
    await page.until(() => delivered().length === 2, 'both files')
    Object.assign(wx, { chooseMedia, chooseMessageFile })
    expect(delivered().every((name) => name.endsWith('.jpg'))).toBe(true)
    expect(delivered()).toContain('来自聊天.jpg')
  })

  test('otherwise it says how to get one', async () => {
    const page = await open()
    phone.files = [file('mmexport2.jpg', WEBP)]
    await add(page, 'album')
    await page.untilText('这是 WebP 图片')
    expect(page.text).toContain('截屏')
    expect(gateway.calls.some(({ action }) => action === 'attachment.begin')).toBe(false)
  })

  test('a picture whose name says another picture type gets the right one', async () => {
    const page = await open()
    phone.files = [file('tmp.jpg', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))]
    await add(page, 'camera')
    await page.untilText('传好了')
    expect(delivered()[0]).toMatch(/\.png$/)
  })

  test('another thing under a picture’s name is refused with what it is', async () => {
    const page = await open()
    phone.files = [file('x.jpg', Buffer.from('%PDF-1.4'))]
    await add(page)
    await page.untilText('文件内容是PDF 文件，与扩展名不一致')
  })
})
