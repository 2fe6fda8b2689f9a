import { type FileBytes } from '../file-bytes'

/** Sector → the one that follows it. */
export type SectorTable = Uint32Array

/** The sectors of a chain, in order; none of a chain that runs in a circle. */
export function readChain(table: SectorTable, start: number): readonly number[] {
  const chain: number[] = []
  for (let sector = start; sector < table.length && chain.length < table.length; sector = table[sector] ?? Infinity) {
    chain.push(sector)
  }
  return chain.length < table.length ? chain : []
}

/** A stream whose bytes lie in pieces of one size, here and there in a file. */
export class ChainedBytes implements FileBytes {
  readonly size: number

  /** @param places where each piece begins @param size that the directory claims */
  constructor(
    private readonly file: FileBytes,
    private readonly places: readonly number[],
    private readonly piece: number,
    size: number,
  ) {
    this.size = Math.min(size, places.length * piece)
  }

  async read(at: number, length: number): Promise<Buffer> {
    const end = Math.min(at + length, this.size)
    const parts: Buffer[] = []
    for (let from = at; from < end;) {
      const inside = from % this.piece
      const first = Math.floor(from / this.piece)
      const wanted = Math.min(end - from, this.together(first) - inside)
      const part = await this.file.read((this.places[first] ?? 0) + inside, wanted)
      if (part.length === 0) break
      parts.push(part)
      from += part.length
    }
    return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)
  }

  /** Bytes from a piece on that lie one behind the other: most files are written in order. */
  private together(first: number): number {
    let last = first
    while (this.places[last + 1] === (this.places[last] ?? 0) + this.piece) last += 1
    return (last - first + 1) * this.piece
  }
}
