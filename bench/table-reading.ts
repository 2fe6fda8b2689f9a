import { hostileFiles } from '../test/cloudfunctions/table/hostile'
import { withReader } from '../test/cloudfunctions/table/reading'
import type { Figure } from './measure'

const LIMIT_MS = 2000
const LIMIT_MB = 150

/** Reading each of the honest and hostile tables in a process of its own: the longest time and the highest memory. */
export async function tableReading(): Promise<Figure[]> {
  const files = await hostileFiles()
  return withReader(async (read) => {
    const readings = []
    for (const { name, bytes, type } of files) readings.push({ name, ...(await read(bytes, type)) })
    const slowest = readings.reduce((a, b) => (b.ms > a.ms ? b : a))
    const largest = readings.reduce((a, b) => (b.peakMb > a.peakMb ? b : a))
    return [
      {
        name: `reading each of ${files.length} honest and hostile tables`,
        promise: `≤ ${LIMIT_MS / 1000} s, ≤ ${LIMIT_MB} MB`,
        measured: `${(slowest.ms / 1000).toFixed(2)} s (${slowest.name}), ${largest.peakMb.toFixed(0)} MB (${largest.name})`,
        record: {
          id: 'table-reading',
          values: {
            files: String(files.length),
            slowest: (slowest.ms / 1000).toFixed(2),
            largest: largest.peakMb.toFixed(0),
          },
        },
        holds: slowest.ms <= LIMIT_MS && largest.peakMb <= LIMIT_MB,
      },
    ]
  })
}
