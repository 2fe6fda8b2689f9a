import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../scripts/build/paths'

const map = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8')
const [, rooms = ''] = map.split('\n## ')
const named = [...rooms.matchAll(/`([a-z][\w./-]*\/)`/g)].map(([, path = '']) => path)

test('every room of the map is there', () => {
  const missing = named.filter(
    (path) => !existsSync(join(ROOT, path)) && !existsSync(join(ROOT, 'cloudfunctions', path)),
  )
  expect(named.length).toBeGreaterThan(20)
  expect(missing).toEqual([])
})

/** Folders whose content is told with the room above them, or that nobody wrote. */
const UNTOLD = ['miniprogram/behaviors', 'miniprogram/components', 'miniprogram/miniprogram_npm']

test('every room that is there is on the map', () => {
  const here = ['miniprogram', 'cloudfunctions'].flatMap((world) =>
    readdirSync(join(ROOT, world), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
      .map(({ name }) => `${world}/${name}`),
  )
  const told = (path: string): boolean => named.some((room) => `${path}/` === room || `${path}/`.endsWith(`/${room}`))
  expect(here.filter((path) => !told(path) && !UNTOLD.includes(path))).toEqual([])
})

test('the documents that it sends the reader to are there', () => {
  const links = [...map.matchAll(/\]\(([^)#]+)\)/g)].map(([, link = '']) => link)
  expect(links.length).toBeGreaterThan(1)
  expect(links.filter((link) => !existsSync(join(ROOT, 'docs', link)))).toEqual([])
})
