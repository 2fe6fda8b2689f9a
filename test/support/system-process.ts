import { fork } from 'node:child_process'
import { join } from 'node:path'

export interface SystemProcess {
  readonly gatewayUrl: string
  /** The desk without its trailing slash; its API is below `/api`. */
  readonly deskUrl: string
  close(): Promise<void>
}

const ROOT = join(__dirname, '..', '..')

/**
 * The whole system in a process of its own, for tests that run in jsdom: there, neither esbuild nor the servers find the
 * JavaScript environment they need, and the pages should reach them over HTTP only. The caller closes it.
 */
export function startSystemProcess(): Promise<SystemProcess> {
  const child = fork(join(__dirname, 'system-main.ts'), {
    cwd: ROOT,
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the system ended with exit code ${String(code)}`)))
    child.once('message', (addresses) => {
      const { gatewayUrl, deskUrl } = addresses as Omit<SystemProcess, 'close'>
      const close = (): Promise<void> =>
        new Promise((done) => {
          child.removeAllListeners('exit')
          child.once('exit', () => done())
          child.disconnect()
        })
      resolve({ gatewayUrl, deskUrl, close })
    })
  })
}
