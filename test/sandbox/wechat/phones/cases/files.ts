import { byCallbacks, type Interface } from '../ask'
import { type Answer, member, type Phone, type PhoneCase, shape, simplified } from '../phone-case'
import { fileWith, missing, NOWHERE } from './transfer'

/** Calls a function of the file system, which answers by callbacks alone. */
function onFiles({ wx }: Phone, name: string, options: object): Promise<Answer> {
  const manager = wx.getFileSystemManager()
  return byCallbacks(name, (given) => (Reflect.get(manager, name) as Interface).call(manager, given), options)
}

const kept = ({ wx }: Phone, name: string): string => `${wx.env.USER_DATA_PATH}/${name}`

/** What opens or hands over a local file. */
const handsOver = (api: string): readonly PhoneCase[] => [
  {
    api,
    asks: 'takes a local file',
    answers: { ok: {} },
    run: async (phone) => phone.ask(api, { filePath: await fileWith(phone, '%PDF-1.4', 'a.pdf') }),
    limit: 'what another program then shows is not compared',
  },
  {
    api,
    asks: 'fails for a file that is not there',
    answers: missing,
    run: ({ ask }) => ask(api, { filePath: NOWHERE, fileName: 'a.pdf' }),
  },
]

export const fileCases: readonly PhoneCase[] = [
  {
    api: 'env',
    asks: "names the program's own folder, without a slash at the end",
    answers: { type: 'string', hasSlash: false },
    run: ({ wx }) => ({ type: typeof wx.env.USER_DATA_PATH, hasSlash: wx.env.USER_DATA_PATH.endsWith('/') }),
  },
  {
    api: 'getFileSystemManager',
    asks: 'readFile: text, base64, a part, bytes',
    answers: [{ ok: { data: 'abcdef' } }, { ok: { data: 'YWJjZGVm' } }, { ok: { data: 'cd' } }, { ok: [97, 98] }],
    async run(phone) {
      const filePath = await fileWith(phone, 'abcdef')
      const bytes = await onFiles(phone, 'readFile', { filePath, length: 2 })
      return [
        await onFiles(phone, 'readFile', { filePath, encoding: 'utf8' }),
        await onFiles(phone, 'readFile', { filePath, encoding: 'base64' }),
        await onFiles(phone, 'readFile', { filePath, encoding: 'utf8', position: 2, length: 2 }),
        simplified(bytes, (result) => [...new Uint8Array(member(result, 'data') as ArrayBuffer)]),
      ]
    },
  },
  {
    api: 'getFileSystemManager',
    asks: 'getFileInfo: size and digest',
    answers: { ok: { size: 3, digest: 'a9993e364706816aba3e25717850c26c9cd0d89d' } },
    run: async (phone) =>
      onFiles(phone, 'getFileInfo', { filePath: await fileWith(phone, 'abc'), digestAlgorithm: 'sha1' }),
    limit: 'without digestAlgorithm WeChat adds an MD5, which a browser cannot compute and the program does not use',
  },
  {
    api: 'getFileSystemManager',
    asks: 'stat: size, times, kind',
    answers: {
      ok: {
        stats: {
          size: 'number',
          mode: 'number',
          lastModifiedTime: 'number',
          lastAccessedTime: 'number',
          isFile: 'function',
          isDirectory: 'function',
        },
      },
    },
    run: async (phone) => simplified(await onFiles(phone, 'stat', { path: await fileWith(phone, 'abc') }), shape),
  },
  {
    api: 'getFileSystemManager',
    asks: 'copyFile, readdirSync, unlink: a file of the own folder comes and goes',
    answers: [{ ok: {} }, ['b.txt'], { ok: { data: 'abc' } }, { ok: {} }, []],
    async run(phone) {
      const { wx } = phone
      const list = (): string[] => wx.getFileSystemManager().readdirSync(wx.env.USER_DATA_PATH)
      const filePath = kept(phone, 'b.txt')
      return [
        await onFiles(phone, 'copyFile', { srcPath: await fileWith(phone, 'abc'), destPath: filePath }),
        list(),
        await onFiles(phone, 'readFile', { filePath, encoding: 'utf8' }),
        await onFiles(phone, 'unlink', { filePath }),
        list(),
      ]
    },
  },
  {
    api: 'getFileSystemManager',
    asks: 'copyFile: writes to the own folder alone',
    answers: { fail: 'permission denied, cannot access file path' },
    run: async (phone) =>
      onFiles(phone, 'copyFile', { srcPath: await fileWith(phone, 'abc'), destPath: '/elsewhere/b.txt' }),
  },
  {
    api: 'getFileSystemManager',
    asks: 'fails for a file that is not there',
    answers: [missing, missing, missing, missing, missing],
    run: async (phone) => [
      await onFiles(phone, 'readFile', { filePath: NOWHERE }),
      await onFiles(phone, 'getFileInfo', { filePath: NOWHERE, digestAlgorithm: 'sha1' }),
      await onFiles(phone, 'stat', { path: NOWHERE }),
      await onFiles(phone, 'copyFile', { srcPath: NOWHERE, destPath: kept(phone, 'b.txt') }),
      await onFiles(phone, 'unlink', { filePath: NOWHERE }),
    ],
  },
  ...handsOver('openDocument'),
  {
    api: 'openDocument',
    asks: 'opens documents alone',
    answers: { fail: 'filetype not supported' },
    run: async (phone) => phone.ask('openDocument', { filePath: await fileWith(phone, 'text') }),
    limit: "WeChat's words are not documented",
  },
  ...handsOver('shareFileMessage'),
  ...handsOver('saveFileToDisk'),
]
