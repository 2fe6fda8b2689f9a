import { type IncomingMessage } from 'node:http'
import busboy from 'busboy'
import { HttpProblem, messageOf } from './errors'
import { type Readable } from 'node:stream'

interface MultipartLimits {
  readonly fieldBytes: number
  readonly files: number
}

export interface MultipartHandlers {
  /** A text field. */
  field(name: string, value: string): void
  /** A file: the stream must be consumed. An error that this throws ends the request. */
  file(name: string, content: Readable): Promise<void>
}

/**
 * Reads multipart/form-data part by part. Throws HttpProblem 400 for a malformed body, or what a handler throws; the
 * rest of the body is then not read.
 */
export async function readMultipart(
  request: IncomingMessage,
  limits: MultipartLimits,
  handlers: MultipartHandlers,
): Promise<void> {
  const parser = createParser(request, limits)
  const files: Promise<void>[] = []
  try {
    await new Promise<void>((resolve, reject) => {
      // Destroying the parser also ends the file that is just being read.
      const fail = (error: unknown): void => {
        request.unpipe(parser)
        parser.destroy()
        reject(error instanceof Error ? error : new Error(String(error)))
      }
      parser.on('field', (name, value, { valueTruncated }) => {
        if (valueTruncated) fail(new HttpProblem(413, `the field ${name} is larger than ${limits.fieldBytes} bytes`))
        else handlers.field(name, value)
      })
      parser.on('file', (name, content) => {
        const done = handlers.file(name, content)
        files.push(done)
        done.catch(fail)
      })
      parser.on('filesLimit', () => fail(new HttpProblem(400, `at most ${limits.files} file`)))
      parser.on('error', (error) => fail(new HttpProblem(400, `malformed multipart body: ${messageOf(error)}`)))
      parser.on('close', resolve)
      request.on('aborted', () => fail(new HttpProblem(400, 'the request broke off')))
      request.pipe(parser)
    })
  } finally {
    await Promise.allSettled(files)
  }
  await Promise.all(files)
}

function createParser(request: IncomingMessage, limits: MultipartLimits): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { fields: 20, fieldSize: limits.fieldBytes, files: limits.files, parts: 20 + limits.files },
    })
  } catch (error) {
    throw new HttpProblem(400, `multipart/form-data is expected: ${messageOf(error)}`)
  }
}
