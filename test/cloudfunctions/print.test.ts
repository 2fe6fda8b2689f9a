import { codeOf } from '../../miniprogram/shared/form/characters'
import { rareFontFile } from '../../cloudfunctions/print/rare-fonts'
import { type DeclarationRow } from '../../cloudfunctions/stores/declarations'
import { RARE_FONTS_FOLDER } from '../../sandbox/environment'
import { readPdf, textOf } from '../support/pdf-text'
import { rareFont } from '../support/print-fonts'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { completeDraft, NURSE, open } from './support/nurse'

let system: System
let nurse: Citizen
let draftId: string
let version: number

beforeAll(async () => {
  system = await startSystem()
  nurse = new Citizen(system, 'nurse')
  await nurse.bind(NURSE.account)
  ;({ draftId, version } = await completeDraft(nurse))
}, 90_000)
afterAll(() => system.close())

async function print(shown = version) {
  const printed = await nurse.call('declaration.print', { draftId, version: shown })
  const response = await fetch(printed.url)
  const pdf = Buffer.from(await response.arrayBuffer())
  return { ...printed, pdf, text: readPdf(pdf) }
}

/** Saves a field of the form; resolves with the draft's new version. */
async function save(answers: Record<string, string>): Promise<number> {
  const forms = [{ materialId: NURSE.form, answers }]
  version = (await nurse.call('declaration.save', { draftId, baseVersion: version, forms })).version
  return version
}

test('a draft is printed as the server holds it, with its signatures, marked as not submitted', async () => {
  const { text, pages, fileName, unprintable, pdf } = await print()
  expect(fileName).toBe('护士执业注册许可.pdf')
  expect(unprintable).toEqual([])
  expect(text.pages).toHaveLength(pages)
  const all = textOf(text)
  for (const part of [
    '天津高新区政务服务办公室',
    '护士执业注册申请审核表',
    '姓名虞青禾',
    '证件号码120116199607210042',
  ]) {
    expect(all).toContain(part)
  }
  expect(textOf(text, 1)).toContain('尚未提交：本表是草稿')
  expect(all).not.toContain('办件编号')
  expect(all).not.toContain('没有取到')
  expect(pdf.toString('latin1').split('/Subtype /Image').length - 1).toBe(1)
})

test('rare characters are printed with a font from cloud storage; without it they are told, and what no font has', async () => {
  await save({ nation: '𠮷김族' })
  const korean = { code: codeOf('김'), character: '김', place: '民族' }
  const without = await print()
  expect(without.unprintable).toEqual([{ code: codeOf('𠮷'), character: '𠮷', place: '民族' }, korean])
  expect(textOf(without.text)).toContain('民族〔U+20BB7〕〔U+AE40〕族')
  expect(system.log.filter((line) => line.includes('"rare-font"'))).toHaveLength(1)

  const name = rareFontFile(0x20bb7) ?? ''
  await system.cloud.storeInConsole(`${RARE_FONTS_FOLDER}/${name}`, (await rareFont(name)) ?? Buffer.alloc(0))
  const { unprintable, text } = await print()
  expect(unprintable).toEqual([korean])
  expect(textOf(text)).toContain('民族𠮷〔U+AE40〕族')
  const { problems } = await nurse.call('declaration.review', { draftId })
  expect(Object.values(problems).flat()).toContainEqual(expect.objectContaining({ code: 'print', field: 'nation' }))
  await save({ nation: '汉族' })
})

test('a page that shows another version is told so; nothing is printed', async () => {
  expect(await nurse.code('declaration.print', { draftId, version: version - 1 })).toBe('CONFLICT')
  expect(await nurse.code('declaration.print', { draftId, version: version + 1 })).toBe('CONFLICT')
})

test('another citizen’s draft, and one that is not there, answer the same', async () => {
  const other = new Citizen(system, 'other')
  await other.bind('13000000103')
  const foreign = await other.failure('declaration.print', { draftId, version })
  const missing = await nurse.failure('declaration.print', { draftId: '0'.repeat(32), version })
  expect(foreign.code).toBe('NOT_FOUND')
  expect({ ...foreign, requestId: '' }).toEqual({ ...missing, requestId: '' })
})

test('the file lies under a path of its own, is known to the clean-up, and goes after an hour', async () => {
  const { url, expiresAt } = await print()
  expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(600_000)
  const { rows, update } = databaseOf(system)
  const files = await rows('temporary_files', { draftId, purpose: 'print' })
  expect(files.length).toBeGreaterThan(1)
  expect(files.every(({ cloudPath }) => /^made\/[0-9a-f]{32}\/file\.pdf$/.test(String(cloudPath)))).toBe(true)
  await system.cloud.runInConsole('scheduler', { job: 'clean-up' })
  expect((await fetch(url)).status).toBe(200)
  await update('temporary_files', { draftId }, { createdAt: Date.now() - 2 * 3600 * 1000 })
  await system.cloud.runInConsole('scheduler', { job: 'clean-up' })
  expect((await fetch(url)).status).toBe(404)
  expect(await rows('temporary_files', { draftId })).toEqual([])
})

test('the review gives addresses of the signatures, of nobody else’s files', async () => {
  const review = await nurse.call('declaration.review', { draftId })
  const signatures = (await open(nurse, draftId)).attachments.filter((file) => file.fieldId !== undefined)
  expect(signatures).toHaveLength(1)
  expect(Object.keys(review.pictures).sort()).toEqual(signatures.map((file) => file.attachmentId).sort())
  for (const url of Object.values(review.pictures)) expect((await fetch(url)).status).toBe(200)
})

test('a file of a material that the situation does not need is not counted on paper either', async () => {
  const { attachments, facts, forms } = await open(nurse, draftId)
  const materialId = attachments.find((file) => file.fieldId === undefined)?.materialId ?? ''
  const { rows, update, add } = databaseOf(system)
  const [before] = (await rows('declarations', { _id: draftId })) as unknown as DeclarationRow[]
  const schema = forms[0]?.schema
  if (!before || !schema) throw new Error('no draft')
  // A form of the office that asks for the nation only once such a file is there.
  const showWhen = { '>': [{ var: `attachments.${facts.materialKeys[materialId] ?? ''}` }, 0] }
  const sections = schema.sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) => (field.id === 'nation' ? { ...field, showWhen } : field)),
  }))
  const schemaId = `${schema.formId}_${schema.version}_counts-files`
  await add('form_schemas', { _id: schemaId, json: JSON.stringify({ ...schema, sections }) })
  await update('declarations', { _id: draftId }, { forms: before.forms.map((form) => ({ ...form, schemaId })) })
  expect(textOf((await print()).text)).toContain('民族')
  const materials = before.materials.filter((material) => material.materialId !== materialId)
  await update('declarations', { _id: draftId }, { materials })
  expect(textOf((await print()).text)).not.toContain('民族')
  await update('declarations', { _id: draftId }, { materials: before.materials, forms: before.forms })
})

test('after submitting, what was filed is printed: with the number of the case, without the mark', async () => {
  await nurse.call('declaration.submit', { draftId, version })
  const outcome = await nurse.call('declaration.outcome', { draftId })
  expect(outcome).toMatchObject({ state: 'submitted', version })
  if (outcome.state !== 'submitted') throw new Error('not submitted')
  const { text } = await print(outcome.version)
  expect(textOf(text)).toContain(`办件编号${outcome.receipt.caseNo}`)
  expect(textOf(text)).not.toContain('尚未提交')
})

describe('一次性告知单', () => {
  const CHANGE = ['QX120116000014A02', 'QX120116000014C01', 'QX120116000014D01']

  async function notice(citizen: Citizen, optionIds?: readonly string[]) {
    const made = await citizen.call('matter.notice', { matterId: NURSE.matterId, ...(optionIds ? { optionIds } : {}) })
    const response = await fetch(made.url)
    return { ...made, text: textOf(readPdf(Buffer.from(await response.arrayBuffer()))) }
  }

  test('anybody may have it: one sheet with what this situation needs, and its own time limit', async () => {
    const { text, fileName, pages } = await notice(new Citizen(system, 'a-reader'), CHANGE)
    expect(fileName).toBe('护士执业注册一次性告知单.pdf')
    expect(pages).toBe(1)
    for (const part of ['变更执业地点', '法定时限7个工作日', '护士执业证书', '护士条例第九条', '以窗口为准']) {
      expect(text).toContain(part)
    }
    // Only who registers for the first time shows the results of the examination.
    expect(text).not.toContain('成绩合格证明')
    expect((await notice(new Citizen(system, 'a-reader'))).text).toContain('成绩合格证明')
  })

  test('answers that are not complete or cannot be filed online are refused with the reason', async () => {
    const ask = (optionIds: readonly string[]) => nurse.reply('matter.notice', { matterId: NURSE.matterId, optionIds })
    expect(await ask(['QX120116000014A02'])).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
    expect(await ask(['QX120116000014A99'])).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
  })

  test('without the provider nothing is invented', async () => {
    const reader = new Citizen(system, 'a-late-reader')
    system.provider.faults.set({ match: { functionNo: 13 }, kind: 'status', status: 503 })
    expect(await reader.reply('matter.notice', { matterId: NURSE.matterId, optionIds: CHANGE })).toMatchObject({
      ok: false,
      error: { code: 'UPSTREAM_UNAVAILABLE' },
    })
    system.provider.faults.clear()
  })
})
