import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { CloudError } from '../errors'
import { functionNames, readDefinition, type FunctionDefinition } from './definition'

/** One released version of a function: its own copy of the code, so that a running call never sees another. */
export interface Release {
  readonly folder: string
  readonly definition: FunctionDefinition
}

/** Copies functions out of the build folder when they are released: at the start, and at each reload. */
export class Releases {
  private readonly current = new Map<string, Release>()
  /** Functions that are there but whose config.json is wrong. */
  private readonly broken = new Map<string, CloudError>()
  private readonly users = new Map<Release, number>()
  private version = 0

  constructor(
    private readonly source: string,
    private readonly folder: string,
  ) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    this.release()
  }

  /** Releases one function, or all of them (also those that appeared or went). */
  release(name?: string): void {
    this.version += 1
    const names = name === undefined ? new Set([...functionNames(this.source), ...this.current.keys()]) : [name]
    for (const each of names) this.releaseOne(each)
  }

  names(): string[] {
    return [...this.current.keys()].sort()
  }

  /** The version that the next call gets. Throws FUNCTIONS_REQUEST_FAIL for a function that is not there. */
  find(name: string): Release {
    const release = this.current.get(name)
    if (release) return release
    throw (
      this.broken.get(name) ??
      new CloudError(
        'FUNCTIONS_REQUEST_FAIL',
        `[ResourceNotFound.FunctionName] FunctionName parameter could not be found: ${name.slice(0, 60)}`,
      )
    )
  }

  isCurrent(release: Release): boolean {
    return this.current.get(release.definition.name) === release
  }

  /** Keeps a version's code until `leave` was called as often. */
  use(release: Release): void {
    this.users.set(release, (this.users.get(release) ?? 0) + 1)
  }

  leave(release: Release): void {
    const left = (this.users.get(release) ?? 1) - 1
    if (left > 0) this.users.set(release, left)
    else this.users.delete(release)
    this.discardUnused(release)
  }

  private releaseOne(name: string): void {
    const before = this.current.get(name)
    this.current.delete(name)
    this.broken.delete(name)
    if (existsSync(join(this.source, name, 'index.js'))) {
      const folder = join(this.folder, String(this.version), name)
      cpSync(join(this.source, name), folder, { recursive: true, dereference: true })
      try {
        this.current.set(name, { folder, definition: readDefinition(folder, name) })
      } catch (error) {
        if (!(error instanceof CloudError)) throw error
        this.broken.set(name, error)
      }
    }
    if (before) this.discardUnused(before)
  }

  private discardUnused(release: Release): void {
    if (this.isCurrent(release) || this.users.has(release)) return
    rmSync(release.folder, { recursive: true, force: true })
  }
}
