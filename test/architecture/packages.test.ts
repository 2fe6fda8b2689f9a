import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'
import app from '../../miniprogram/app.json'

const MINIPROGRAM = join(__dirname, '..', '..', 'miniprogram')
const MAIN = 'main package'
const ROOTS = app.subpackages.map(({ root }) => root)

/** The package that a file of the mini-program is downloaded with. */
const packageOf = (path: string): string => ROOTS.find((root) => path.startsWith(`${root}/`)) ?? MAIN

interface Use {
  /** The page's or component's path without ending, relative to the mini-program. */
  readonly by: string
  readonly uses: string
}

/** Every own component that a page or a component names in its `usingComponents`. */
function uses(): Use[] {
  return readdirSync(MINIPROGRAM, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => relative(MINIPROGRAM, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => /(^|\/)(pages|components)\//.test(path) && !path.startsWith('miniprogram_npm/'))
    .flatMap((path) => {
      const json = JSON.parse(readFileSync(join(MINIPROGRAM, path), 'utf8')) as { usingComponents?: object }
      return Object.values(json.usingComponents ?? {})
        .map(String)
        .filter((component) => /^[./]/.test(component))
        .map((component) => posix.resolve('/', posix.dirname(path), component).slice(1))
        .map((component) => ({ by: path.replace(/\.json$/, ''), uses: component }))
    })
}

/** The packages whose pages show a component, through whatever components. */
function shownIn(component: string, all: readonly Use[]): ReadonlySet<string> {
  const users = all.filter((use) => use.uses === component).map(({ by }) => by)
  const pages = users.filter((user) => user.includes('pages/')).map(packageOf)
  const around = users.filter((user) => !user.includes('pages/')).flatMap((user) => [...shownIn(user, all)])
  return new Set([...pages, ...around])
}

test('a component of the main package is shown by its pages, or by pages of several packages', () => {
  const all = uses()
  const ours = [...new Set(all.map((use) => use.uses))].filter((path) => packageOf(path) === MAIN)
  expect(ours.length).toBeGreaterThan(5)
  const misplaced = ours.filter((component) => {
    const where = shownIn(component, all)
    return !where.has(MAIN) && where.size < 2
  })
  expect(misplaced).toEqual([])
})

test('a subpackage uses components of its own and of the main package', () => {
  const foreign = uses().filter((use) => ![MAIN, packageOf(use.by)].includes(packageOf(use.uses)))
  expect(foreign).toEqual([])
})
