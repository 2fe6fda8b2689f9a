import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspectContent } from '../../../cloudfunctions/files/content'
import { AppError } from '../../../cloudfunctions/kernel/errors'
import { CORPUS } from './corpus'

const folder = mkdtempSync(join(tmpdir(), 'corpus-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function verdictOn(fileName: string, bytes: Buffer): Promise<string> {
  const path = join(folder, 'file')
  writeFileSync(path, bytes)
  try {
    await inspectContent(path, fileName)
    return 'taken'
  } catch (error) {
    if (error instanceof AppError && error.code === 'FILE_REFUSED') return error.detail.userMessage ?? ''
    throw error
  }
}

test.each(CORPUS.map((file) => [file.fileName, file.name, file] as const))('%s: %s', async (_fileName, _name, file) => {
  const verdict = await verdictOn(file.fileName, await file.bytes())
  if (file.verdict === 'taken') expect(verdict).toBe('taken')
  else expect(verdict).toMatch(file.verdict)
})

test('as many honest files as hostile ones, each of its own', () => {
  const honest = CORPUS.filter(({ verdict }) => verdict === 'taken')
  expect(honest.length).toBeGreaterThanOrEqual(80)
  expect(CORPUS.length - honest.length).toBeGreaterThanOrEqual(80)
  expect(new Set(CORPUS.map(({ name }) => name)).size).toBe(CORPUS.length)
})
