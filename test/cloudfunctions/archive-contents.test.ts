import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { materialView } from '../../miniprogram/packages/declare/upload/material-view'
import type { Material } from '../../miniprogram/shared/domain/matter'
import type { Promises } from '../../miniprogram/shared/domain/promise'
import { listEntries } from '../../cloudfunctions/domain/archive/entries'
import { lacksOf } from '../../cloudfunctions/domain/archive/lacks'
import { unpackForPhone } from '../../cloudfunctions/domain/archive/unpack'
import { checklistOf } from '../../cloudfunctions/domain/declaration/promises'
import { PROMISE_FORM_ID } from '../../cloudfunctions/matters/ids'
import { zip } from './support/office-files'

describe('a zip from elsewhere', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zip-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const written = (bytes: Buffer): string => {
    const path = join(folder, `${Math.random()}`)
    writeFileSync(path, bytes)
    return path
  }
  const unpack = async (bytes: Buffer): Promise<void> => {
    const path = written(bytes)
    const [entry] = await listEntries(path)
    if (!entry) throw new Error('no entry')
    await unpackForPhone(path, entry.zipped, `${path}.out`)
  }

  test('is listed without folders and without ways out of it', async () => {
    const parts = ['../../evil.pdf', 'a/', '__MACOSX/a.pdf', 'x/y/b.jpg'].map((name) => ({ name, content: 'x' }))
    const entries = await listEntries(written(zip(parts)))
    expect(entries.map(({ index, folder: within, name }) => [index, within, name])).toEqual([
      [0, '', 'evil.pdf'],
      [3, 'x/y', 'b.jpg'],
    ])
  })

  test('names in GBK are read', async () => {
    // 照片 in GBK, as the tools write it that do not say UTF-8.
    const bytes = zip([{ name: 'AAAA.jpg', content: 'x' }])
    const gbk = Buffer.from([0xd5, 0xd5, 0xc6, 0xac])
    for (let at = bytes.indexOf('AAAA'); at >= 0; at = bytes.indexOf('AAAA')) gbk.copy(bytes, at)
    expect((await listEntries(written(bytes))).map(({ name }) => name)).toEqual(['照片.jpg'])
  })

  test('what is damaged, encrypted or larger than it says is refused; a torn zip is no list', async () => {
    const good = zip([{ name: 'a.pdf', content: 'hello hello hello' }])
    await expect(unpack(good)).resolves.toBeUndefined()
    const damaged = Buffer.from(good)
    damaged[36] = (damaged[36] ?? 0) ^ 0xff
    const refused = { code: 'FILE_REFUSED' }
    await expect(unpack(damaged)).rejects.toMatchObject(refused)
    await expect(unpack(zip([{ name: 'a.pdf', content: 'x'.repeat(900), claims: 5 }]))).rejects.toMatchObject(refused)
    await expect(unpack(zip([{ name: 'a.pdf', content: 'x', encrypted: true }]))).rejects.toMatchObject(refused)
    await expect(unpack(zip([{ name: 'a.pdf', content: 'x', claims: 60_000_000 }]))).rejects.toMatchObject(refused)
    await expect(listEntries(written(good.subarray(0, 40)))).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' })
  })
})

describe('what the zip lacks', () => {
  const ASKED: Material = {
    materialId: 'm',
    name: '材料',
    kind: 'attachment',
    necessity: 'required',
    minCount: 1,
    maxCount: 3,
    fileTypes: ['pdf'],
    maxSizeBytes: 1,
    shareable: false,
    promisable: true,
  }
  const material = (name: string, more: object = {}) => ({
    materialId: name,
    name,
    isForm: false,
    isPromised: false,
    files: [] as { fileName: string; size: number }[],
    ...more,
  })
  const contents = (materials: ReturnType<typeof material>[]) => ({
    caseNo: 'BJ1',
    matterName: '',
    statusName: '',
    materials,
  })
  const entry = (name: string, size: number, folder = '') => ({ index: 0, folder, name, size })

  test('files are told by name, or else by size and type; each counts once', () => {
    const files = [
      { fileName: '照片.jpg', size: 10 },
      { fileName: '照片.jpg', size: 10 },
      { fileName: '证明.pdf', size: 77 },
    ]
    const found = [entry('照片.jpg', 10), entry('3_1.pdf', 77)]
    expect(lacksOf(contents([material('照片', { files })]), found)).toEqual([
      { kind: 'file', material: '照片', fileName: '照片.jpg' },
    ])
  })

  test('forms, promises, and what the matter asks for and the case never had', () => {
    const materials = [
      material('申请表', { isForm: true }),
      material('承诺书', { isForm: true }),
      material('设备证明', { isPromised: true }),
    ]
    const asked = (['required', 'optional'] as const).map((necessity) => ({
      ...ASKED,
      materialId: necessity,
      name: `${necessity}材料`,
      necessity,
    }))
    expect(lacksOf(contents(materials), [entry('申请表.pdf', 9)], { materials: asked, promised: [] })).toEqual([
      { kind: 'form', material: '承诺书' },
      { kind: 'promised', material: '设备证明' },
      { kind: 'missing', material: 'required材料' },
    ])
  })

  const necessities = ['required', 'tolerated', 'optional', 'unknown'] as const
  test.each(
    necessities.flatMap((necessity) =>
      [false, true].flatMap((shareable) => [false, true].map((isPromised) => ({ necessity, shareable, isPromised }))),
    ),
  )('says the same as the upload page said: %j', ({ necessity, shareable, isPromised }) => {
    const asked = { ...ASKED, necessity, shareable }
    const promises: Promises = {
      offers: [{ ...asked, kind: 'tolerance', promised: isPromised }],
      barred: '',
      letter: 'letter',
    }
    const promised = isPromised ? [asked.materialId] : []
    const lacks = lacksOf(contents([]), [], { materials: [asked], promised })
    const mayBeLeftOut = materialView(asked, [], [], promises).enough
    expect(lacks.some(({ kind }) => kind === 'missing')).toBe(!mayBeLeftOut)
    expect(lacks.some(({ kind }) => kind === 'promised')).toBe(isPromised)
  })

  test('a form that must come; of the letter of promise only when something was promised', () => {
    const form = { ...ASKED, kind: 'form' as const, name: '申请表' }
    const letter = { ...form, materialId: 'letter', name: '承诺书', formId: PROMISE_FORM_ID }
    const row = { matterId: 'x', materials: [form, letter] }
    const missing = (promisedMaterialIds: readonly string[]) =>
      lacksOf(contents([]), [], checklistOf({ ...row, promisedMaterialIds })).map((lack) => lack.material)
    expect(missing([])).toEqual(['申请表'])
    expect(missing(['photo'])).toEqual(['申请表', '承诺书'])
  })
})
