import { type IncomingMessage, type ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { HttpProblem } from '../errors'
import { type FileStore } from './file-store'
import { type Signatures } from './signatures'

/** Types that a browser may show; everything else is only downloaded. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
  '.txt': 'text/plain; charset=utf-8',
}

const refused = (code: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>refused</Message><RequestId>sandbox</RequestId><TraceId>sandbox</TraceId></Error>`

/** The object storage behind /cos/: PUT with the authorization that the SDK got, GET and HEAD with a signed address. */
export function objectServer(
  files: FileStore,
  signatures: Signatures,
): (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> {
  async function put(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const expires = Number(request.headers['x-cos-security-token'])
    if (!signatures.verify('put', path, expires, request.headers.authorization ?? '')) {
      response.writeHead(403, { 'content-type': 'application/xml' })
      response.end(refused('SignatureDoesNotMatch'))
      return
    }
    await files.put(path, request, null)
    response.writeHead(200).end()
  }

  async function get(request: IncomingMessage, response: ServerResponse, url: URL, path: string): Promise<void> {
    const allowed = signatures.verify(
      'get',
      path,
      Number(url.searchParams.get('t')),
      url.searchParams.get('sign') ?? '',
    )
    const file = allowed ? files.open(path) : undefined
    if (!file) {
      response.writeHead(allowed ? 404 : 403, { 'content-type': 'application/xml' })
      response.end(refused(allowed ? 'NoSuchKey' : 'AccessDenied'))
      return
    }
    response.writeHead(200, {
      'content-type': CONTENT_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream',
      'content-length': file.bytes,
      'x-content-type-options': 'nosniff',
      'content-security-policy': 'sandbox',
      'cache-control': 'no-store',
    })
    if (request.method === 'HEAD') response.end()
    else await pipeline(file.stream(), response)
  }

  return async (request, response, url) => {
    let path: string
    try {
      path = decodeURIComponent(url.pathname.slice('/cos/'.length))
    } catch {
      throw new HttpProblem(400, 'the path is not valid percent-encoding')
    }
    if (request.method === 'PUT') await put(request, response, path)
    else if (request.method === 'GET' || request.method === 'HEAD') await get(request, response, url, path)
    else throw new HttpProblem(405, 'PUT, GET or HEAD')
  }
}
