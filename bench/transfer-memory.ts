import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Citizen } from '../test/cloudfunctions/support/citizen'
import { pdf } from '../test/cloudfunctions/support/files'
import { attach, NURSE, start } from '../test/cloudfunctions/support/nurse'
import type { Figure } from './measure'
import { withSystem } from './system'

/** The contract's limit for one file (chapter 11): 20 MB are two of them, one after the other through one process. */
const FILE_BYTES = 10 * 1024 * 1024
const FILES = 2
const LIMIT_MB = 100
/** 毕业证书: two to six files. */
const MATERIAL = 'CL12011600001403'

/** A scan as large as a file may be: a page, and bytes that pack no further. */
function largePdf(): Buffer {
  const [page, ...ends] = [
    pdf('scan'),
    Buffer.from('\n4 0 obj<<>>stream\n'),
    Buffer.from('\nendstream endobj\n%%EOF\n'),
  ]
  const picture = randomBytes(FILE_BYTES - Buffer.concat([page, ...ends]).length)
  return Buffer.concat([page, ends[0] ?? page, picture, ends[1] ?? page])
}

/** Highest resident memory in MB of each process that ran the function; Linux only. */
function peaksOf(functionName: string, dataDir: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        if (!command.includes(dataDir) || !command.includes(`/${functionName}/index.js`)) return []
        const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
        return peak === undefined ? [] : [Number(peak) / 1024]
      } catch {
        // A process may end while it is looked at.
        return []
      }
    })
}

/** Peak resident memory of the deployed `transfer` while 20 MB go from storage through it to the provider. */
export async function transferMemory(): Promise<Figure[]> {
  return withSystem({ rateLimits: false }, async (cloud, provider, functionsDir) => {
    const citizen = new Citizen({ cloud, provider, log: [], close: () => Promise.resolve() }, 'bench-transfer')
    await citizen.bind(NURSE.account)
    const { draftId } = await start(citizen, 'bench-transfer')
    for (let n = 1; n <= FILES; n += 1) {
      const { state } = await attach(citizen, { draftId, materialId: MATERIAL }, largePdf(), `毕业证书${n}.pdf`)
      if (state !== 'delivered') throw new Error(`file ${n} is ${state}`)
    }
    const peaks = peaksOf('transfer', dirname(functionsDir))
    const peak = Math.max(...peaks)
    if (peaks.length === 0) throw new Error('no process of transfer was found')
    const measured = `${peak.toFixed(0)} MB (${FILES} × 10 MiB, ${peaks.length} process)`
    const record = { id: 'transfer-memory', values: { peak: peak.toFixed(0) } } as const
    const holds = peak <= LIMIT_MB
    return [{ name: '20 MB through transfer, peak RSS', promise: `≤ ${LIMIT_MB} MB`, measured, holds, record }]
  })
}
