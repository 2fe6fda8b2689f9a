import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync, type ReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type Database from 'libsql'
import { CloudError } from '../errors'

export interface StoredFile {
  readonly path: string
  readonly bytes: number
  /** openid of the citizen who uploaded it from the app; null when a function did. */
  readonly uploader: string | null
  /** Epoch milliseconds. */
  readonly storedAt: number
}

interface Row extends StoredFile {
  readonly blob: string
}

function counted(count: (bytes: number) => void): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.byteLength
      count(bytes)
      done(null, chunk)
    },
  })
}

/** Stored files: bytes in a folder under names of their own, paths and uploaders in the database. */
export class FileStore {
  constructor(
    private readonly sql: Database.Database,
    private readonly folder: string,
  ) {
    mkdirSync(folder, { recursive: true })
    sql.exec(
      'create table if not exists file(path text primary key, blob text, bytes integer, uploader text, storedAt integer)',
    )
  }

  /**
   * Streams a file in; it appears only when it is complete, and takes the place of what was there.
   * Throws STORAGE_EXCEED_AUTHORITY when a citizen would replace a file that is not her own.
   * @param uploader openid; null = a function, which may replace any
   */
  async put(path: string, source: Readable, uploader: string | null): Promise<StoredFile> {
    const blob = randomUUID()
    let bytes = 0
    const counter = counted((total) => (bytes = total))
    const target = createWriteStream(this.blobFile(blob))
    try {
      await pipeline(source, counter, target)
      const before = this.row(path)
      if (before && uploader !== null && before.uploader !== uploader) throw this.taken(path)
      const storedAt = Date.now()
      this.sql
        .prepare('insert or replace into file(path, blob, bytes, uploader, storedAt) values(?, ?, ?, ?, ?)')
        .run(path, blob, bytes, uploader, storedAt)
      if (before) await this.removeBlob(before.blob)
      return { path, bytes, uploader, storedAt }
    } catch (error) {
      // A file that is opened after it was removed would stay.
      if (!target.closed) await new Promise<void>((resolve) => target.once('close', () => resolve()))
      await this.removeBlob(blob)
      throw error
    }
  }

  has(path: string): boolean {
    return this.row(path) !== undefined
  }

  /** A file to read, or undefined. The stream must be consumed or destroyed. */
  open(path: string): { bytes: number; stream: () => ReadStream } | undefined {
    const row = this.row(path)
    return row && { bytes: row.bytes, stream: () => createReadStream(this.blobFile(row.blob)) }
  }

  /** False when there was none. */
  async remove(path: string): Promise<boolean> {
    const row = this.row(path)
    if (!row) return false
    this.sql.prepare('delete from file where path = ?').run(path)
    await this.removeBlob(row.blob)
    return true
  }

  list(): StoredFile[] {
    const rows = this.sql.prepare('select path, bytes, uploader, storedAt from file order by path').all()
    return rows as StoredFile[]
  }

  private row(path: string): Row | undefined {
    return this.sql.prepare('select path, blob, bytes, uploader, storedAt from file where path = ?').get(path) as
      Row | undefined
  }

  private taken(path: string): CloudError {
    return new CloudError('STORAGE_EXCEED_AUTHORITY', `[AccessDenied] another citizen's file is there: ${path}`)
  }

  private blobFile(blob: string): string {
    return join(this.folder, blob)
  }

  private async removeBlob(blob: string): Promise<void> {
    await rm(this.blobFile(blob), { force: true })
  }
}
