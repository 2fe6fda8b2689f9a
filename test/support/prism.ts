import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

const ROOT = join(__dirname, '..', '..')
const CONTRACT = join(ROOT, 'docs', 'one-network', 'openapi.yaml')

/** Stoplight Prism on the contract: a judge and a provider that nobody here wrote. */
export interface Prism {
  readonly url: string
  close(): Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Starting takes seconds: Prism reads the whole contract first. */
const PATIENCE_MS = 90_000

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => reject(new Error(`Prism does not listen: ${said.slice(-500)}`)), PATIENCE_MS)
    const hear = (chunk: Buffer) => {
      // Only the beginning is of interest, but the pipe must be emptied or Prism would stop.
      if (said.length < 100_000) said += chunk.toString()
      if (!said.includes('Prism is listening')) return
      clearTimeout(timer)
      resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', () => {
      clearTimeout(timer)
      reject(new Error(`Prism ended: ${said.slice(-500)}`))
    })
  })
}

/** @param upstream what to judge (proxy); absent = answer from the contract's examples (mock) */
export async function startPrism(upstream?: string): Promise<Prism> {
  const port = await freePort()
  const cli = join(ROOT, 'node_modules', '@stoplight', 'prism-cli', 'dist', 'index.js')
  const mode = upstream === undefined ? ['mock', CONTRACT] : ['proxy', CONTRACT, upstream]
  const args = [cli, ...mode, '-h', '127.0.0.1', '-p', String(port), '--multiprocess=false']
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'exit')
  const close = async () => {
    child.kill()
    await ended
  }
  try {
    await listening(child)
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
  return { url: `http://127.0.0.1:${port}`, close }
}
