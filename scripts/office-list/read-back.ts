import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../build/paths'
import { matterDefects } from '../matters/defects'
import { MATTERS_FOLDER } from '../matters/folders'
import { answerFact, answerParameter, answerQuestion, answerRule, checkAnswer, isAnswered, Unfit } from './answer'
import { type JsonObject, objectAt } from './json-path'
import { officeSheets } from './lines'
import type { AnsweredLine } from './workbook'

/** What a list did: each change and each refusal as a line for whoever read it in. */
export interface ReadBack {
  readonly changed: readonly string[]
  readonly refused: readonly string[]
}

/** What becomes of the object at a place, by the file that it stands in. */
const ANSWER: readonly (readonly [RegExp, (row: JsonObject, line: AnsweredLine) => JsonObject])[] = [
  [/^shared\/parameters\.json#/, answerParameter],
  [/^shared\/questions\.json#/, answerQuestion],
  [/#rules\./, answerRule],
  [/^[\w-]+\/matter\.json#/, answerFact],
]

/**
 * Takes what the office has said into the files of the matters. A line that does not fit is refused and hinders no other;
 * when the files would not be sound any more, nothing is written at all. Throws then, with the defects.
 * @param today Beijing day @param root folder of the matters
 */
export function readBack(lines: readonly AnsweredLine[], today: string, root = MATTERS_FOLDER): ReadBack {
  const asked = new Map(officeSheets(root).flatMap((sheet) => sheet.lines.map((line) => [line.key, line] as const)))
  const files = new Map<string, unknown>()
  const [changed, refused]: [string[], string[]] = [[], []]
  for (const line of lines.filter(isAnswered)) {
    try {
      const now = asked.get(line.key)
      if (now === undefined) throw new Unfit('这一条已经没有了，或者已经确认过')
      if (now.now !== line.now) throw new Unfit(`打印之后改过：现在是“${now.now}”`)
      // A question's key is only its place in the list, where another may stand by now.
      if (now.text.trim() !== line.text) throw new Unfit(`打印之后问的话变了：现在是“${now.text}”`)
      checkAnswer(line, today)
      apply(line, files, root)
      changed.push(`${line.key}：${line.change === '' ? '确认' : `${now.now} → ${line.change}`}`)
    } catch (error) {
      if (!(error instanceof Unfit)) throw error
      refused.push(`第 ${line.row} 行 ${line.key}：${error.message}`)
    }
  }
  write(files, today, root)
  return { changed, refused }
}

function apply(line: AnsweredLine, files: Map<string, unknown>, root: string): void {
  const [path = '', place = ''] = line.key.split('#')
  const file = files.get(path) ?? (JSON.parse(readFileSync(join(root, path), 'utf8')) as unknown)
  const row = objectAt(file, place)
  const answer = ANSWER.find(([pattern]) => pattern.test(line.key))?.[1]
  if (row === undefined || answer === undefined) throw new Unfit('这一条找不到了')
  const said = answer(row, line)
  for (const name of Object.keys(row)) if (!(name in said)) delete row[name]
  Object.assign(row, said)
  files.set(path, file)
}

/** Each matter's file says what was changed (docs/changing-a-form.md). */
function noted(file: unknown, today: string): unknown {
  if (typeof file !== 'object' || file === null || Array.isArray(file)) return file
  const { $schema, changes = [], ...rest } = file as JsonObject
  const note = { on: today, what: '办理窗口核对清单后确认' }
  return { $schema, ...rest, changes: [...(changes as readonly object[]), note] }
}

function write(files: ReadonlyMap<string, unknown>, today: string, root: string): void {
  const before = new Map([...files.keys()].map((path) => [path, readFileSync(join(root, path), 'utf8')]))
  for (const [path, file] of files) writeFileSync(join(root, path), JSON.stringify(noted(file, today)))
  if (files.size > 0) tidy([...files.keys()].map((path) => join(root, path)))
  const defects = files.size === 0 ? [] : matterDefects(root)
  if (defects.length === 0) return
  for (const [path, text] of before) writeFileSync(join(root, path), text)
  throw new Error(`没有写入，改过以后的文件有问题：\n${defects.join('\n')}`)
}

/** As the checkout formats its files, wherever they lie. */
function tidy(paths: readonly string[]): void {
  const prettier = join(ROOT, 'node_modules', 'prettier', 'bin', 'prettier.cjs')
  const options = ['--config', join(ROOT, '.prettierrc.json'), '--write', ...paths]
  execFileSync(process.execPath, [prettier, ...options], { stdio: 'pipe' })
}
