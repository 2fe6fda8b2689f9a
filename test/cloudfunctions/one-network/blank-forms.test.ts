import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listPreparation } from '../../../cloudfunctions/one-network/resources/items'
import { downloadBlankForm } from '../../../cloudfunctions/one-network/resources/blank-forms'
import { type BlankFormKind } from '../../../miniprogram/shared/domain/matter'
import { type ProviderForResources, startProviderForResources, budget } from '../support/resources'

const FREIGHT = 'SX120116000001'
const SAFETY_RULES = 'CL12011600000108'

let upstream: ProviderForResources
beforeAll(async () => {
  upstream = await startProviderForResources()
})
afterAll(() => upstream.close())
afterEach(() => upstream.provider.faults.clear())

const target = () => join(upstream.folder, 'file')
const download = (kind: BlankFormKind, materialId = SAFETY_RULES) =>
  downloadBlankForm(materialId, kind, target(), budget())

test('a material says which files it has, and each of them arrives whole, with its name', async () => {
  const materials = await listPreparation(FREIGHT, budget())
  expect(materials.find((it) => it.materialId === SAFETY_RULES)).toMatchObject({ blankForm: true, sampleForm: true })
  const digests = new Set<string>()
  for (const kind of ['blank', 'sample'] as const) {
    const file = await download(kind)
    const bytes = readFileSync(file.path)
    expect(file).toEqual({
      path: target(),
      fileName: kind === 'blank' ? '安全生产管理制度文本（空表）.docx' : '安全生产管理制度文本（样表）.docx',
      size: bytes.length,
    })
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
    digests.add(createHash('sha256').update(bytes).digest('hex'))
  }
  expect(digests.size).toBe(2)
})

test('a material without such a file is not found', async () => {
  const materials = await listPreparation(FREIGHT, budget())
  const without = materials.find((it) => it.blankForm === undefined)
  await expect(download('blank', without?.materialId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a file that was cut off, and a gateway that fails, are asked for again', async () => {
  upstream.provider.faults.set({ match: { functionNo: 2 }, kind: 'truncated', times: 1 })
  expect((await download('blank')).size).toBe(readFileSync(target()).length)
  upstream.provider.faults.set({ match: { functionNo: 2 }, kind: 'html', status: 503, times: 1 })
  expect((await download('sample')).fileName).toContain('样表')
})

test('a page instead of the file is no file', async () => {
  upstream.provider.faults.set({ match: { functionNo: 2 }, kind: 'html', status: 200 })
  await expect(download('blank')).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' })
})
