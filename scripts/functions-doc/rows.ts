import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { ROOT } from '../build/paths'
import { readContract } from '../contract'
import { type Graph, readGraph, usersOf } from './graph'

/** One of the contract's functions, and where it is used. */
export interface FunctionUse {
  readonly no: number
  /** As the contract of the project names it. */
  readonly name: string
  readonly operationId: string
  readonly path: string
  readonly retry: string
  readonly actions: readonly string[]
  /** Pages that call the actions: folder of the page. */
  readonly pages: readonly string[]
  /** What calls it without a citizen: a timer, the provider. */
  readonly triggers: readonly string[]
  readonly tests: readonly string[]
}

const RETRY: Readonly<Record<string, string>> = {
  safe: '可安全重试',
  requestNo: '仅同一 requestNo',
  never: '不得自动重试',
  platform: '由平台重投',
}

/** Every action with a token may come to #17 through it: said once in the text, not in every row. */
const WALLS = new Set(['cloudfunctions/domain/account/session.ts#sessionOf'])

const describedIn = (file: Parameters<typeof readContract>[0]) =>
  Object.entries(readContract(file).paths).map(([path, { post }]) => {
    const retry = RETRY[post['x-retry']] ?? post['x-retry']
    return { no: post['x-function-no'], operationId: post.operationId, path, retry }
  })

/** operationId → the contract's own name (README, chapter 6). */
function contractNames(): ReadonlyMap<string, string> {
  const text = readFileSync(join(ROOT, 'docs/one-network/README.md'), 'utf8')
  const rows = text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
  return new Map(rows.filter((cells) => cells.length === 9).map((cells) => [cells[3] ?? '', cells[2] ?? '']))
}

/** What asks function by function: top-level names of the resources. */
function askersOf(graph: Graph, operationId: string): readonly string[] {
  return [...graph.values()]
    .filter(({ path }) => path.startsWith('cloudfunctions/one-network/resources/'))
    .filter(({ calls }) => calls.some(([, first]) => first === operationId))
    .map(({ id }) => id)
}

const actionsIn = (graph: Graph, ids: ReadonlySet<string>): readonly string[] =>
  [...ids].flatMap((id) =>
    (graph.get(id)?.calls ?? []).flatMap(([callee, first]) => (callee === 'defineAction' ? [first] : [])),
  )

function pagesOf(graph: Graph, actions: readonly string[]): readonly string[] {
  const verbs = [...graph.values()].filter(
    ({ path, literals }) =>
      path.startsWith('miniprogram/services/') &&
      !path.endsWith('/call.ts') &&
      actions.some((action) => literals.has(action)),
  )
  const users = usersOf(
    graph,
    verbs.map(({ id }) => id),
  )
  return [...users].flatMap((id) => /^miniprogram\/(.*pages\/[^/]+)\/[^/]+\.ts#\*$/.exec(id)?.[1] ?? [])
}

interface TestFile {
  readonly path: string
  /** With that of the helpers it imports: a test often calls an action through one. */
  readonly text: string
}

/** Tests that call everything, and say little about one function. */
const BROAD = /\.long\.|input-limits|prism-mock/

function testFiles(): readonly TestFile[] {
  return readdirSync(join(ROOT, 'test'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => /^test\/(cloudfunctions|sandbox)\//.test(path) && !BROAD.test(path))
    .sort()
    .map((path) => ({ path, text: withHelpers(path) }))
}

function withHelpers(path: string): string {
  const text = readFileSync(join(ROOT, path), 'utf8')
  const helpers = [...text.matchAll(/from '(\.[^']*\/support\/[^']*)'/g)]
    .map(([, name = '']) => join(ROOT, dirname(path), `${name}.ts`))
    .filter((file) => existsSync(file))
  return [text, ...helpers.map((file) => readFileSync(file, 'utf8'))].join('\n')
}

/** How much a test has to do with an action: it bears the domain's name, or speaks of it often. */
function nearness({ path, text }: TestFile, word: RegExp, domain: string): number {
  const count = text.match(new RegExp(word, 'g'))?.length ?? 0
  return count === 0 ? 0 : count + (domain !== '' && basename(path).startsWith(domain) ? 1000 : 0)
}

/** The nearest tests of the verb of the resource, the action, and the path, in this order; at most two. */
function testsOf(files: readonly TestFile[], askers: readonly string[], actions: readonly string[], path: string) {
  const words: readonly (readonly [RegExp, string])[] = [
    ...askers.map((id) => [new RegExp(`\\b${id.split('#')[1] ?? ''}\\(`), ''] as const),
    ...actions.map((name) => [new RegExp(`'${name.replace('.', '\\.')}'`), name.split('.')[0] ?? ''] as const),
    [new RegExp(`${path}['\`]`), ''],
  ]
  const nearest = words.flatMap(([word, domain]) => {
    const near = files.map((file) => ({ path: file.path, score: nearness(file, word, domain) }))
    const [first] = near.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score)
    return first ? [first.path] : []
  })
  return [...new Set(nearest)].slice(0, 2)
}

const sorted = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort()

/** What judges a push, in place of a resource that asks. */
const CALLBACK_CHECK = 'cloudfunctions/one-network/callback.ts#checkPush'

/** The provider calls us (#28): there is no resource, but a function of its own. */
function callbackTriggers(): readonly string[] {
  return existsSync(join(ROOT, 'cloudfunctions/callback/index.ts')) ? ['平台推送（callback）'] : []
}

/** All functions by number, as the sources use them now. */
export function readFunctionUses(): readonly FunctionUse[] {
  const graph = readGraph(['cloudfunctions', 'miniprogram'])
  const names = contractNames()
  const files = testFiles()
  return [...describedIn('openapi.yaml'), ...describedIn('callback.yaml')]
    .sort((a, b) => a.no - b.no)
    .map((described) => {
      const { operationId, path } = described
      const askers = askersOf(graph, operationId)
      const users = usersOf(graph, askers, WALLS)
      const actions = sorted(actionsIn(graph, users))
      const timers = [...users].flatMap((id) => /#timer:(.+)$/.exec(id)?.[1] ?? []).map((name) => `定时（${name}）`)
      return {
        ...described,
        name: names.get(operationId) ?? '',
        actions,
        pages: sorted(pagesOf(graph, actions)),
        triggers: described.no === 28 ? callbackTriggers() : sorted(timers),
        tests: testsOf(files, described.no === 28 ? [CALLBACK_CHECK] : askers, actions, path),
      }
    })
}

/** Is it in the hands of somebody: a page that a citizen opens, a timer, the provider? */
export const isInUse = ({ pages, triggers }: FunctionUse): boolean => pages.length > 0 || triggers.length > 0
