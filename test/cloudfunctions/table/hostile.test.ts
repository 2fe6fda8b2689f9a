import { hostileFiles } from './hostile'
import { withReader } from './reading'
import { KEPT } from './files'

const MOST_MB = 150

test('honest files are read, hostile ones refused in plain words or read harmlessly, each within 150 MB', async () => {
  const files = await hostileFiles()
  const wrong: unknown[] = []
  await withReader(async (read) => {
    for (const { name, bytes, type, expected } of files) {
      const { ms: _ms, ...reading } = await read(bytes, type)
      const fits =
        'rows' in expected
          ? reading.rows === expected.rows &&
            reading.problem === undefined &&
            JSON.stringify(reading.first) === JSON.stringify(KEPT)
          : 'refused' in expected
            ? (reading.refused?.includes(expected.refused) ?? false)
            : (reading.problem?.includes(expected.problem) ?? false)
      if (!fits || reading.peakMb > MOST_MB) wrong.push({ name, expected, reading })
    }
  })
  expect(wrong).toEqual([])
}, 240_000)
