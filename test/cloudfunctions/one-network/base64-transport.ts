import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import {
  type DownloadTarget,
  type FileResponse,
  type LocalFile,
  type PackedBody,
  type ReceivedFile,
} from '../../../cloudfunctions/one-network/file-transport'

/**
 * What file-transport.ts would be if the provider took and gave files as base64 inside JSON: the whole of the change.
 * X-Body-Digest is then that of the body, as of every JSON.
 */

export function packFile(parts: Readonly<Record<string, unknown>>, file: LocalFile): PackedBody {
  const { path, fileName, size: fileSize, digest } = file
  const content = readFileSync(path).toString('base64')
  const body = Buffer.from(JSON.stringify({ ...parts, fileName, fileSize, digest, content }))
  const bodyDigest = createHash('sm3').update(body).digest('hex')
  return { headers: { 'content-type': 'application/json' }, body, bodyDigest }
}

export async function unpackFile({ body }: FileResponse, target: DownloadTarget): Promise<ReceivedFile> {
  const { fileName, content } = JSON.parse(await text(body)) as { readonly fileName: string; readonly content: string }
  const bytes = Buffer.from(content, 'base64')
  writeFileSync(target.path, bytes)
  return { path: target.path, fileName, size: bytes.length }
}
