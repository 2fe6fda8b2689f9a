import { bytesOf, type FileBytes } from '../file-bytes'
import { BROKEN, HIDDEN, PASSWORD } from '../inspect'
import { openCompound } from '../ole/compound'
import { embeddedPackages, requireNoPrograms } from '../ole/embedded'
import { refuse } from '../refuse'
import { readZipDirectory, type ZipEntry } from '../zip-directory'
import { unpacked, ZipFault } from '../zip-unpack'
import { kindOfPart } from './kind'
import { Part, type TypedPart } from './part'
import { BOMB, EMBEDDED, MACROS } from './words'
import { XmlPart } from './xml'

/** Unpacked to packed size of a part: text packs about 20:1, a table of equal rows 100:1. A bomb has 1000:1. */
const HIGHEST_RATIO = 300
/** Below this a high ratio does no harm. */
const HARMLESS_BYTES = 10 * 1024 * 1024
/** What all parts may be unpacked. */
const LARGEST_UNPACKED = 300 * 1024 * 1024
/** A document inside of the document: the table behind a diagram, a formula. */
const LARGEST_INNER = 8 * 1024 * 1024
const DEEPEST = 2

/** What an Office file of the newer kind is made of. */
interface OfficePackage {
  /** In lower case: names of parts are the same in capitals (ECMA-376 part 2, 6.2.2). */
  readonly names: ReadonlySet<string>
  readonly types: readonly TypedPart[]
}

/**
 * Unpacks every part once, counted against a bound, and looks into it. Throws FILE_REFUSED for what is broken, locked, swells,
 * runs, or is a file that nobody would see.
 * @param depth 0 for the file itself, 1 for a document inside of it
 */
export async function inspectPackage(file: FileBytes, depth = 0): Promise<OfficePackage> {
  const directory = await readZipDirectory(file)
  if (!directory?.isPlain) throw refuse(BROKEN)
  const { entries } = directory
  if (entries.some((entry) => entry.encrypted)) throw refuse(PASSWORD)
  if (entries.some(({ name }) => MACRO_PART.test(name))) throw refuse(MACROS)
  if (entries.some(isSuspicious)) throw refuse(HIDDEN)
  if (isBomb(entries, file.size)) throw refuse(BOMB)
  const types: TypedPart[] = []
  for (const entry of entries) types.push(...(await inspectPart(file, entry, depth)))
  return { names: new Set(entries.map(({ name }) => name.toLowerCase())), types }
}

/** Where Office itself puts macros, macro sheets and controls. */
const MACRO_PART = /(^|\/)(vbaProject|vbaProjectSignature)\.bin$|(^|\/)(macrosheets|activeX)\//i

const isSuspicious = ({ name }: ZipEntry): boolean =>
  /(^|[\\/])\.\.([\\/]|$)|^[\\/]|\.(exe|dll|scr|com|pif|msi|js|jse|vbs|vbe|wsf|hta|bat|cmd|ps1|lnk|jar|chm|html?|mht)$/i.test(
    name,
  )

function isBomb(entries: readonly ZipEntry[], size: number): boolean {
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0)
  const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  const swells = entries.some(
    (entry) => entry.unpacked > HARMLESS_BYTES && entry.unpacked > entry.packed * HIGHEST_RATIO,
  )
  // Parts that together are larger than the file overlap each other: the other way to make a bomb.
  return swells || total > LARGEST_UNPACKED || packed > size
}

const WORDS: Readonly<Record<ZipFault['reason'], string>> = {
  encrypted: PASSWORD,
  method: BROKEN,
  damaged: BROKEN,
  'too-large': BOMB,
}

async function inspectPart(file: FileBytes, entry: ZipEntry, depth: number): Promise<readonly TypedPart[]> {
  const part = new Part()
  const inner: Buffer[] = []
  let kind: ReturnType<typeof kindOfPart> | undefined
  let xml: XmlPart | undefined
  try {
    for await (const piece of unpacked(file, entry, LARGEST_UNPACKED)) {
      kind ??= kindOfPart(piece)
      if (kind === 'xml') xml ??= await XmlPart.begin(piece, part)
      if (kind === 'foreign' || (kind !== 'other' && kind !== 'xml' && entry.unpacked > LARGEST_INNER))
        throw refuse(EMBEDDED)
      xml?.write(piece)
      if (kind === 'compound' || kind === 'package') inner.push(piece)
    }
  } catch (error) {
    throw error instanceof ZipFault ? refuse(WORDS[error.reason]) : error
  }
  xml?.end()
  part.end()
  if (inner.length > 0) await inspectInner(bytesOf(Buffer.concat(inner)), kind === 'package', depth + 1)
  return part.types
}

async function inspectInner(file: FileBytes, isPackage: boolean, depth: number): Promise<void> {
  if (depth > DEEPEST) throw refuse(EMBEDDED)
  if (isPackage) {
    await inspectPackage(file, depth)
    return
  }
  const compound = await openCompound(file)
  if (!compound) throw refuse(BROKEN)
  requireNoPrograms(compound)
  for (const inner of await embeddedPackages(compound)) await inspectInner(inner, true, depth + 1)
}
