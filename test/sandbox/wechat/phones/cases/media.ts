import { type PrivacyErrno } from '../../../../../sandbox/wechat/wx-rules/privacy'
import { member, type Phone, type PhoneCase, type PickedFile, simplified } from '../phone-case'
import { fileWith, missing, NOWHERE } from './transfer'

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const PNG: PickedFile = { name: 'photo.png', mimeType: 'image/png', base64: PIXEL }
const FILM: PickedFile = { name: 'film.mp4', mimeType: 'video/mp4', base64: 'ZmlsbQ==' }
const PDF: PickedFile = { name: 'paper.PDF', mimeType: 'application/pdf', base64: 'cGFwZXI=' }
const NOTE: PickedFile = { name: 'note.txt', mimeType: 'text/plain', base64: 'bm90ZQ==' }

/** What the citizen picks, and what comes back: the types of paths and times, the rest as it is. */
async function picked(phone: Phone, api: string, options: object, files: readonly PickedFile[]): Promise<unknown> {
  await phone.person.picks(files)
  return simplified(await phone.ask(api, options), (result) => ({
    ...(result as object),
    tempFiles: (member(result, 'tempFiles') as readonly Record<string, unknown>[]).map((file) =>
      Object.fromEntries(
        Object.entries(file).map(([key, value]) => [key, /path|time/i.test(key) ? typeof value : value]),
      ),
    ),
  }))
}

const media = (phone: Phone, files: readonly PickedFile[]): Promise<unknown> =>
  picked(phone, 'chooseMedia', { count: 2, mediaType: ['mix'], sourceType: ['album'] }, files)

const fromChat = (phone: Phone, options: object, files: readonly PickedFile[]): Promise<unknown> =>
  picked(phone, 'chooseMessageFile', { count: 4, ...options }, files)

const photo = { tempFilePath: 'string', size: 70, fileType: 'image' }
const film = { tempFilePath: 'string', size: 4, fileType: 'video' }
const message = (name: string, type: string, size: number): object => ({
  path: 'string',
  time: 'number',
  name,
  type,
  size,
})

/** developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html */
const REFUSAL: Readonly<Record<PrivacyErrno, string>> = {
  103: 'auth deny',
  104: 'privacy permission is not authorized',
  112: 'api scope is not declared in the privacy agreement',
}

/** A call that the privacy guide does not let through. */
export const refused = (api: string, errno: PrivacyErrno, options: object): PhoneCase => ({
  api,
  asks: `is refused with errno ${errno}`,
  answers: { fail: REFUSAL[errno], errno },
  async run({ ask, person }) {
    await person.refusesPrivacy(errno)
    return ask(api, options)
  },
})

export const mediaCases: readonly PhoneCase[] = [
  {
    api: 'chooseMedia',
    asks: 'answers with a photo',
    answers: { ok: { type: 'image', tempFiles: [photo] } },
    run: (phone) => media(phone, [PNG]),
  },
  {
    api: 'chooseMedia',
    asks: 'answers with a photo and a film',
    answers: { ok: { type: 'mix', tempFiles: [photo, film] } },
    run: (phone) => media(phone, [PNG, FILM]),
    limit: 'length, size and preview of a film: no stand-in reads films',
  },
  {
    api: 'chooseMedia',
    asks: 'fails when nothing is picked',
    answers: { fail: 'cancel' },
    run: (phone) => media(phone, []),
  },
  refused('chooseMedia', 103, { count: 1 }),
  {
    api: 'chooseMessageFile',
    asks: 'offers everything',
    answers: {
      ok: {
        tempFiles: [
          message('photo.png', 'image', 70),
          message('film.mp4', 'video', 4),
          message('paper.PDF', 'file', 5),
        ],
      },
    },
    run: (phone) => fromChat(phone, { type: 'all', extension: ['txt'] }, [PNG, FILM, PDF]),
  },
  {
    api: 'chooseMessageFile',
    asks: 'offers files of an extension, in whatever case',
    answers: { ok: { tempFiles: [message('paper.PDF', 'file', 5)] } },
    run: (phone) => fromChat(phone, { type: 'file', extension: ['.pdf'] }, [PNG, NOTE, PDF]),
  },
  {
    api: 'chooseMessageFile',
    asks: 'fails when nothing is picked',
    answers: { fail: 'cancel' },
    run: (phone) => fromChat(phone, { type: 'file' }, []),
  },
  refused('chooseMessageFile', 104, { count: 1, type: 'all' }),
  {
    api: 'compressImage',
    asks: 'fails for what is no picture',
    answers: { fail: 'fail to decode' },
    run: async (phone) => phone.ask('compressImage', { src: await fileWith(phone, 'text', 'a.jpg'), quality: 90 }),
    limit: "jest draws nothing: the picture itself is not compared; WeChat's words are not documented",
  },
  {
    api: 'compressImage',
    asks: 'fails for a file that is not there',
    answers: missing,
    run: ({ ask }) => ask('compressImage', { src: NOWHERE }),
  },
  {
    api: 'previewImage',
    asks: 'shows a picture',
    answers: { ok: {} },
    run: ({ ask }) => ask('previewImage', { urls: [`data:image/png;base64,${PIXEL}`] }),
    limit: 'only a person sees it',
  },
  {
    api: 'previewMedia',
    asks: 'shows a picture or a film',
    answers: { ok: {} },
    run: ({ ask }) => ask('previewMedia', { sources: [{ url: `data:image/png;base64,${PIXEL}`, type: 'image' }] }),
    limit: 'only a person sees it',
  },
]
