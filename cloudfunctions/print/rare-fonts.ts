/** The extensions of Chinese characters beyond the main font, as Unicode lays them out: B, C, D, E, F (GB 18030-2022 level 3). */
const EXTENSIONS = [
  [0x20000, 0x2a6df],
  [0x2a700, 0x2b739],
  [0x2b740, 0x2b81d],
  [0x2b820, 0x2cea1],
  [0x2ceb0, 0x2ebe0],
] as const

/** Characters in one file, counted from the start of an extension: how the package `hanamin` cuts its font. */
const PER_FILE = 0x400

/** The file that shows a rare character: `20800.ttf` for 𠮷; undefined for characters outside of the extensions. */
export function rareFontFile(codePoint: number): string | undefined {
  const extension = EXTENSIONS.find(([first, last]) => codePoint >= first && codePoint <= last)
  if (!extension) return undefined
  const [first] = extension
  return `${(codePoint - ((codePoint - first) % PER_FILE)).toString(16)}.ttf`
}

/** Gives the bytes of such a file; undefined when they cannot be had now. */
export type FetchRareFont = (file: string) => Promise<Buffer | undefined>

/** More would take longer than a form is waited for, and are no text of a form. */
const MOST_FILES = 40

/** The files that a text needs, beyond what `isCommon` tells to be in the main font. Those that cannot be had are left out. */
export async function rareFontsFor(
  text: string,
  isCommon: (codePoint: number) => boolean,
  fetch: FetchRareFont,
): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Set<string>()
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    const file = isCommon(codePoint) ? undefined : rareFontFile(codePoint)
    if (file !== undefined) files.add(file)
  }
  const fonts = new Map<string, Buffer>()
  await Promise.all(
    [...files].slice(0, MOST_FILES).map(async (file) => {
      const bytes = await fetch(file)
      if (bytes) fonts.set(file, bytes)
    }),
  )
  return fonts
}
