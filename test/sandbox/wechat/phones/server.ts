import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface CaseServer {
  readonly url: string
  close(): Promise<void>
}

/**
 * What both stand-ins talk to: `/echo` answers what it was asked, `/files/<text>/<name>` answers the text, `/silent`
 * never answers, `/missing` answers 404, `/consent`, `/upload` and `/invoke/<function>` are as the sandbox's gateway has them.
 */
export function startCaseServer(): Promise<CaseServer> {
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('access-control-allow-headers', '*')
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const [, room = '', first = ''] = (request.url ?? '').split('?')[0]?.split('/') ?? []
      const json = (value: object): unknown => {
        response.setHeader('content-type', 'application/json')
        return response.end(JSON.stringify(value))
      }
      if (request.method === 'OPTIONS' || room === 'consent') return json({})
      if (room === 'files') return response.end(decodeURIComponent(first))
      if (room === 'silent') return undefined
      if (room === 'upload') {
        const parts = [...body.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name)
        return json({ fileID: 'cloud://file', parts })
      }
      if (room === 'invoke') return json(first === 'broken' ? { errCode: -504002, errMsg: 'it threw' } : { result: 7 })
      if (room === 'missing') response.statusCode = 404
      return json({ method: request.method, url: request.url, type: request.headers['content-type'] ?? '', body })
    })
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve({
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        close: () =>
          new Promise((done) => {
            server.closeAllConnections()
            server.close(() => done())
          }),
      })
    })
  })
}
