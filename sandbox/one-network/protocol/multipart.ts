import busboy from 'busboy'

interface FilePart {
  readonly name: string
  readonly bytes: Buffer
}

export interface MultipartBody {
  readonly text: Readonly<Record<string, string>>
  readonly files: readonly FilePart[]
  /** Names of text parts that came twice. */
  readonly repeated: readonly string[]
}

/** Splits a multipart body that is already in memory (at most 12 MiB). Rejects when it is not well-formed. */
export function parseMultipart(contentType: string, body: Buffer): Promise<MultipartBody> {
  return new Promise((resolve, reject) => {
    const text = Object.create(null) as Record<string, string>
    const files: FilePart[] = []
    const repeated: string[] = []
    const parser = busboy({ headers: { 'content-type': contentType }, defParamCharset: 'utf8' })
    parser.on('field', (name, value) => {
      if (name in text) repeated.push(name)
      text[name] = value
    })
    parser.on('file', (name, stream) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      // A body cut off in its file breaks the file's stream too; unheard, that would end the process.
      stream.on('error', reject)
      stream.on('close', () => files.push({ name, bytes: Buffer.concat(chunks) }))
    })
    parser.on('error', reject)
    parser.on('close', () => resolve({ text, files, repeated }))
    parser.end(body)
  })
}
