import { openAsBlob } from 'node:fs'
import { fileTypeFromBlob } from 'file-type/core'
import { extensionOf } from './place'

interface Content {
  /** What the file's bytes look like (file-type's extensions) for files that carry the extension. */
  readonly looksLike: readonly string[]
  readonly mime: string
}

/** The nine types of the contract (chapter 11). Old Office files are all one container format. */
const CONTENT: Readonly<Record<string, Content>> = {
  jpg: { looksLike: ['jpg'], mime: 'image/jpeg' },
  png: { looksLike: ['png', 'apng'], mime: 'image/png' },
  pdf: { looksLike: ['pdf'], mime: 'application/pdf' },
  doc: { looksLike: ['cfb'], mime: 'application/msword' },
  xls: { looksLike: ['cfb'], mime: 'application/vnd.ms-excel' },
  docx: {
    looksLike: ['docx'],
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: { looksLike: ['xlsx'], mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  mp4: { looksLike: ['mp4', 'm4v', 'mov'], mime: 'video/mp4' },
  dwg: { looksLike: ['dwg'], mime: 'image/vnd.dwg' },
}

/** The content type of a file whose bytes are what its name says; undefined when they are not, or cannot be told. */
export async function contentTypeOf(path: string, fileName: string): Promise<string | undefined> {
  const extension = extensionOf(fileName)
  const expected = Object.hasOwn(CONTENT, extension) ? CONTENT[extension] : undefined
  const found = await fileTypeFromBlob(await openAsBlob(path))
  return expected && found && expected.looksLike.includes(found.ext) ? expected.mime : undefined
}
