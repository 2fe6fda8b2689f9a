import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import { type OwnData } from './collect'
import { toPage } from './page'

/** For machines: what each entry says, by chapter. */
const toJson = ({ of, madeAt, chapters }: OwnData): string =>
  JSON.stringify(
    {
      of,
      madeAt,
      ...Object.fromEntries(chapters.map(({ title, entries }) => [title, entries.map(({ data }) => data)])),
    },
    undefined,
    2,
  )

/** A zip of a page to read, and the same as JSON. */
export async function packOwnData(data: OwnData): Promise<Buffer> {
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from(toPage(data)), '我的数据.html')
  zip.addBuffer(Buffer.from(toJson(data)), '我的数据.json')
  zip.end()
  return buffer(zip.outputStream)
}
