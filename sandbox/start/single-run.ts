import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Is there a process with this id? */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Two sandboxes must not write the same data folder. Claims it for this process; returns how to let go of it.
 * Throws when another live process holds it; a claim that a crash left behind is taken over.
 */
export async function claimDataFolder(dataDir: string): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true })
  const claim = join(dataDir, 'running.pid')
  const holder = Number(await readFile(claim, 'utf8').catch(() => ''))
  if (holder && holder !== process.pid && isAlive(holder)) {
    throw new Error(`another npm start (process ${holder}) already uses ${dataDir}; stop it first`)
  }
  await writeFile(claim, String(process.pid))
  return () => rm(claim, { force: true })
}
