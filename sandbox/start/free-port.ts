import { createServer } from 'node:net'
import { isBlockedPort } from './blocked-ports'

const HOST = '127.0.0.1'

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, HOST, () => server.close(() => resolve(true)))
  })
}

/**
 * The first free loopback port from `wanted` on that a browser opens, skipping those in `taken`. Throws when a hundred in
 * a row are held.
 */
export async function freePort(wanted: number, taken: ReadonlySet<number> = new Set()): Promise<number> {
  for (let port = wanted; port < wanted + 100; port++) {
    if (!taken.has(port) && !isBlockedPort(port) && (await isFree(port))) return port
  }
  throw new Error(`no free port between ${wanted} and ${wanted + 99}`)
}
