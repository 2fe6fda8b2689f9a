import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Locked {
  readonly version?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const { packages } = JSON.parse(readFileSync(join(__dirname, '../../package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, Locked>>
}

/** What Node would load from the package at `place`: the nearest one on the way up. */
function resolve(place: string, name: string): Locked | undefined {
  const nearest = packages[`${place === '' ? '' : `${place}/`}node_modules/${name}`]
  if (nearest !== undefined || place === '') return nearest
  return resolve(place.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, ''), name)
}

/**
 * npm refuses to install from a lock file that leaves out another platform's package, and one written where the
 * registry lacks that package leaves it out silently.
 */
test('the lock file holds the packages of every platform, not only of the machine that wrote it', () => {
  const wanted = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies).map(([name, version]) => ({ place, name, version })),
  )
  const exact = wanted.filter(({ version }) => /^\d+\.\d+\.\d+$/.test(version))
  expect(exact.length).toBeGreaterThan(50)
  const absent = exact.filter(({ place, name, version }) => resolve(place, name)?.version !== version)
  expect(absent.map(({ place, name, version }) => `${place} wants ${name}@${version}`)).toEqual([])
})
