import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildCloudfunctions } from '../../scripts/build/cloudfunctions'

test('only the function that moves files carries what reads spreadsheets and prints', async () => {
  const outDir = await mkdtemp(join(tmpdir(), 'tjgx-lazy-'))
  try {
    const built = await buildCloudfunctions({ outDir })
    const lazy = Object.fromEntries(built.map((f) => [f.name, Object.keys(f.lazy).sort()]))
    expect(lazy).toEqual({
      api: ['sdk.js'],
      callback: ['sdk.js'],
      transfer: ['exceljs.js', 'pdfkit.js', 'sdk.js'],
      scheduler: ['sdk.js'],
    })
  } finally {
    await rm(outDir, { recursive: true, force: true })
  }
}, 60_000)
