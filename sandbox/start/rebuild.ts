import { watch } from 'chokidar'

export interface Rebuild {
  /** Shown in the terminal, e.g. "functions". */
  readonly name: string
  /** Folders or files whose change asks for it. */
  readonly sources: readonly string[]
  /** Builds and puts the result into use. Throws a readable error for a broken source. */
  readonly run: () => Promise<void>
  /** Told of every outcome: the error's text, or undefined when it works (again). */
  readonly onOutcome?: (error: string | undefined) => void
}

/** Editors write a file in several steps; wait for this many ms of quiet. */
const QUIET_MS = 120

/** Tests and packed npm files never ask for a rebuild. */
const IGNORED = /(^|[\\/])(node_modules|miniprogram_npm|\.git)([\\/]|$)|~$|\.sw[px]$/

/**
 * Runs a rebuild after each change of its sources, one at a time; a change during a run asks for one more. A broken
 * build is said with what and where, the old result stays in use, and the next good build recovers.
 * Returns how to stop.
 */
export function rebuildOnChange(rebuild: Rebuild): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let again = false

  async function build(): Promise<void> {
    const started = Date.now()
    try {
      await rebuild.run()
      console.log(`[${rebuild.name}] rebuilt in ${Date.now() - started} ms`)
      rebuild.onOutcome?.(undefined)
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error)
      console.error(`[${rebuild.name}] broken, the last good build stays in use:\n${text}`)
      rebuild.onOutcome?.(text)
    }
  }

  async function loop(): Promise<void> {
    do {
      again = false
      await build()
    } while (again)
    running = undefined
  }

  function ask(): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (running) again = true
      else running = loop()
    }, QUIET_MS)
  }

  const watcher = watch([...rebuild.sources], { ignoreInitial: true, ignored: (path) => IGNORED.test(path) })
  watcher.on('all', ask)
  return async () => {
    clearTimeout(timer)
    await watcher.close()
    await running
  }
}
