import { execFile, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { ROOT } from '../../scripts/build/paths'

/** What a checkout gets when it is worked with; none of it is copied. */
const MADE =
  /^(node_modules|\.git|\.data|dist|coverage|miniprogram[\\/]miniprogram_npm|project\.private\.config\.json)$/

interface Outcome {
  readonly code: number | null
  /** stdout and stderr together. */
  readonly text: string
}

interface Running {
  /** Everything that was printed so far. */
  output(): string
  /** Waits until it has printed what is asked for; throws when it ends before. */
  until<T>(found: (output: string) => T | undefined | false): Promise<T>
  /** Ctrl-C; resolves when it has ended. */
  stop(): Promise<void>
}

/** A copy of the whole project in a folder of its own, which a test may change. It shares the installed packages. */
export class ProjectCopy {
  readonly root = mkdtempSync(join(tmpdir(), 'tjgx-project-'))

  constructor() {
    cpSync(ROOT, this.root, { recursive: true, filter: (path) => !MADE.test(relative(ROOT, path)) })
    symlinkSync(join(ROOT, 'node_modules'), join(this.root, 'node_modules'))
  }

  path = (...parts: readonly string[]): string => join(this.root, ...parts)
  read = (...parts: readonly string[]): string => readFileSync(this.path(...parts), 'utf8')
  write = (text: string, ...parts: readonly string[]): void => writeFileSync(this.path(...parts), text)

  /** Every file but the packages, by its path. */
  files(): string[] {
    return readdirSync(this.root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(this.root, join(parentPath, name)))
      .filter((path) => !MADE.test(path.split(sep)[0] ?? ''))
      .sort()
  }

  /** Path → text of every file now; for `changedSince`. */
  texts = (): ReadonlyMap<string, string> => new Map(this.files().map((path) => [path, this.read(path)]))

  /** Files that are new or have another text than then. */
  changedSince(then: ReadonlyMap<string, string>): readonly string[] {
    return [...this.texts()].flatMap(([path, text]) => (text === then.get(path) ? [] : [path]))
  }

  /** Changes a JSON file. */
  edit(change: (file: unknown) => unknown, ...parts: readonly string[]): void {
    this.write(`${JSON.stringify(change(JSON.parse(this.read(...parts))), null, 2)}\n`, ...parts)
  }

  /** Runs a TypeScript or JavaScript file of the copy to its end. */
  run(file: string, ...args: readonly string[]): Promise<Outcome> {
    return new Promise((resolve) => {
      const child = execFile(
        process.execPath,
        ['--import', 'tsx', file, ...args],
        { cwd: this.root, maxBuffer: 64 << 20, env: withoutJest() },
        (_error, stdout, stderr) => resolve({ code: child.exitCode, text: stdout + stderr }),
      )
    })
  }

  /** Runs test files of the copy, or those of their tests whose name has `named`; what jest said. Throws unless all passed. */
  async jest(project: 'node' | 'mini', files: readonly string[], named = ''): Promise<string> {
    const options = ['-w', '1', `--selectProjects=${project}`, '--testNamePattern', named, '--runTestsByPath']
    const { code, text } = await this.run('node_modules/jest/bin/jest.js', ...options, ...files)
    if (code !== 0) throw new Error(text)
    return text
  }

  /** What the compiler complains of in a world, e.g. `miniprogram`; '' = nothing. */
  async types(world: string): Promise<string> {
    return (await this.run('node_modules/typescript-native/bin/tsc', '--noEmit', '-p', world)).text
  }

  /** Starts one that keeps running. Stop it. */
  start(file: string, ...args: readonly string[]): Running {
    const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], { cwd: this.root, env: withoutJest() })
    let output = ''
    let look = (): void => undefined
    const take = (chunk: Buffer): void => {
      output += chunk.toString()
      look()
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    return {
      output: () => output,
      until: (found) =>
        new Promise((resolve, reject) => {
          look = () => {
            const value = found(output)
            if (value !== undefined && value !== false) resolve(value)
          }
          void ended.then(() => reject(new Error(`${file} ended:\n${output}`)))
          look()
        }),
      async stop() {
        child.kill('SIGINT')
        await ended
      },
    }
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true })
  }
}

/** A jest below this one is a run of its own, with bundles of its own. */
function withoutJest(): NodeJS.ProcessEnv {
  const {
    JEST_WORKER_ID: _worker,
    FUNCTION_BUNDLES: _bundles,
    BROWSER_PAGES: _pages,
    NODE_ENV: _env,
    ...env
  } = process.env
  return env
}
