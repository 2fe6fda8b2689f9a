import { type FileBytes } from '../file-bytes'
import { EMBEDDED, MACROS } from '../office/words'
import { refuse } from '../refuse'
import { type Compound } from './compound'

/** Storages and streams of a VBA project ([MS-OVBA] 2.2.1), in Word and in Excel. */
const MACRO_PARTS: readonly string[] = ['Macros', 'VBA', '_VBA_PROJECT', '_VBA_PROJECT_CUR']
/** A file of any kind that was put into the document ([MS-OLEDS] 2.3.6); the program that opens it runs it. */
const PACKED_FILE = '\u0001Ole10Native'

/** Throws FILE_REFUSED for macros and for files that were put into a compound file. */
export function requireNoPrograms({ names }: Compound): void {
  if (names.some((name) => MACRO_PARTS.includes(name))) throw refuse(MACROS)
  if (names.includes(PACKED_FILE)) throw refuse(EMBEDDED)
}

/** Documents of the newer kind that a compound file carries as objects, to be looked at for themselves. */
export const embeddedPackages = (compound: Compound): Promise<readonly FileBytes[]> => compound.streams('Package')
