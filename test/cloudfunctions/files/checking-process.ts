import { readFileSync } from 'node:fs'
import { inspectContent } from '../../../cloudfunctions/files/content'
import { AppError } from '../../../cloudfunctions/kernel/errors'

/** Highest resident memory of this process in MB; Linux only. */
const peakMb = (): number => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024

/** Checks each file of a list, and prints how long each took (ms) and by how much the memory's peak rose with it (MB). */
async function main(list: string): Promise<void> {
  const files = JSON.parse(readFileSync(list, 'utf8')) as { readonly path: string; readonly fileName: string }[]
  const checked = []
  for (const { path, fileName } of files) {
    const [started, before] = [performance.now(), peakMb()]
    await inspectContent(path, fileName).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error
    })
    checked.push({ ms: performance.now() - started, mb: peakMb() - before })
  }
  process.stdout.write(JSON.stringify(checked))
}

void main(process.argv[2] ?? '')
