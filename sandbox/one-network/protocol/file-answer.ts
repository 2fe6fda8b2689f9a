import type { Answer } from './answer'
import { digestOf, type SignMethod } from './signature'

/** What a download function (#2, #32) answers instead of data. */
export class FileAnswer {
  constructor(
    readonly fileName: string,
    readonly contentType: 'application/octet-stream' | 'application/zip',
    readonly bytes: Buffer,
  ) {}
}

/** RFC 8187: encodeURIComponent leaves !'()* alone, which a parameter value may not hold. */
const encodeName = (name: string): string =>
  encodeURIComponent(name).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)

/** Contract chapter 2: the bytes with their name, length and digest; the length is set when it is sent. */
export function fileAnswer({ fileName, contentType, bytes }: FileAnswer, signMethod: SignMethod): Answer {
  const headers = {
    'content-type': contentType,
    'content-disposition': `attachment; filename*=UTF-8''${encodeName(fileName)}`,
    'x-content-digest': digestOf(signMethod, bytes),
  }
  return { status: 200, headers, body: bytes, code: '0' }
}

/** A file that was changed on the way: of the same length, but not what its digest says. Other answers stay as they are. */
export function withWrongDigest(answer: Answer): Answer {
  if (answer.headers['x-content-digest'] === undefined) return answer
  const body = Buffer.from(answer.body)
  body[body.length - 1] = (body[body.length - 1] ?? 0) ^ 1
  return { ...answer, body }
}
