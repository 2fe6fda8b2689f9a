import FormData from 'form-data'
import { createReadStream, mkdtempSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

/** wx.request and friends over real HTTP, because jsdom has no network of its own. */
export interface HttpAnswer {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export interface RunningHttp {
  readonly done: Promise<HttpAnswer>
  abort(): void
}

export function sendHttp(
  url: string,
  options: { method: string; headers: Readonly<Record<string, string>>; body?: Buffer | FormData },
): RunningHttp {
  let abort = (): void => undefined
  const done = new Promise<HttpAnswer>((resolve, reject) => {
    const request = http.request(url, { method: options.method, headers: { ...options.headers } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const headers = Object.entries(response.headers).map(([name, value]) => [name, String(value)] as const)
        resolve({
          statusCode: response.statusCode ?? 0,
          headers: Object.fromEntries(headers),
          body: Buffer.concat(chunks),
        })
      })
    })
    request.on('error', reject)
    abort = () => request.destroy(new Error('abort'))
    if (options.body instanceof FormData) options.body.pipe(request)
    else request.end(options.body)
  })
  return { done, abort: () => abort() }
}

/** A multipart body as wx.uploadFile sends it: text fields first, then the file. */
export function uploadBody(filePath: string, name: string, fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.append(key, value)
  form.append(name, createReadStream(filePath), basename(filePath))
  return form
}

/** Keeps a downloaded body as WeChat would: in a temporary file. */
export function keepDownload(body: Buffer): string {
  const path = join(mkdtempSync(join(tmpdir(), 'wx-download-')), 'file')
  writeFileSync(path, body)
  return path
}
