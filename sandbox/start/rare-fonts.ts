import { rareFontBytes, rareFontFiles } from '../../scripts/build/print-fonts'
import { type Cloud } from '../cloud'
import { RARE_FONTS_FOLDER } from '../environment'

/**
 * Puts the fonts of rare characters into the sandbox's storage, those that are not there yet: some seconds of work, which
 * the first printed form may well wait for, but not the start. Resolves, when the returned function is called, as soon as
 * the file at hand is done.
 */
export function storeRareFonts(cloud: Pick<Cloud, 'storeInConsole' | 'storedFiles'>): () => Promise<void> {
  let stopped = false
  const store = async (): Promise<void> => {
    const there = new Set(cloud.storedFiles().map(({ path }) => path))
    for (const file of await rareFontFiles()) {
      const path = `${RARE_FONTS_FOLDER}/${file.name}`
      if (stopped) return
      if (!there.has(path)) await cloud.storeInConsole(path, await rareFontBytes(file))
    }
  }
  const storing = store().catch((error: unknown) => console.error('fonts of rare characters:', error))
  return () => {
    stopped = true
    return storing
  }
}
