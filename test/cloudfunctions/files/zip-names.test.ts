import { bytesOf } from '../../../cloudfunctions/files/file-bytes'
import { readZipDirectory } from '../../../cloudfunctions/files/zip-directory'
import { type Part, zip } from '../support/office-files'

/** In GBK, as tools in China write them. */
const GBK: Readonly<Record<string, string>> = {
  '学习.txt': 'd1a7cfb02e747874',
  '专业.txt': 'd7a8d2b52e747874',
  '证明.txt': 'd6a4c3f72e747874',
}
const gbk = (name: string): Part => ({ name, content: 'x', nameBytes: Buffer.from(GBK[name] ?? '', 'hex') })
const marked = (name: string): Part => ({ name, content: 'x', isMarked: true })
const unmarked = (name: string): Part => ({ name, content: 'x' })

const namesOf = async (...parts: readonly Part[]): Promise<readonly string[] | undefined> =>
  (await readZipDirectory(bytesOf(zip(parts))))?.entries.map(({ name }) => name)

test.each([
  ['GBK that is UTF-8 by chance', [gbk('学习.txt')]],
  ['more of it', [gbk('学习.txt'), gbk('专业.txt')]],
  ['GBK of which one name is no UTF-8', [gbk('专业.txt'), gbk('证明.txt')]],
  ['UTF-8 without its mark', [unmarked('学习.txt'), unmarked('résumé.txt')]],
  ['accents that GBK has not', [unmarked('Über À.txt')]],
  ['plain letters', [unmarked('a.txt')]],
  ['the mark counts, whatever the neighbours are', [marked('学习.txt'), gbk('证明.txt')]],
  ['a marked name that GBK would read too', [marked('é.txt'), gbk('学习.txt')]],
])('names of an archive: %s', async (_what, parts) => {
  expect(await namesOf(...parts)).toEqual(parts.map(({ name }) => name))
})
