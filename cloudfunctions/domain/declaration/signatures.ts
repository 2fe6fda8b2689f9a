import { readFile } from 'node:fs/promises'
import { temporaryUrls } from '../../kernel/cloud'
import { type CallBudget } from '../../kernel/context'
import { AppError } from '../../kernel/errors'
import { describeError, log } from '../../kernel/log'
import { readFileInfo } from '../../one-network/resources/past-files'
import { type UserSession } from '../../one-network/user-session'
import { type AttachmentRow } from '../../stores/attachments'
import { type FetchedFile, withDownload, withStoredFile } from '../storage/stored-file'

/** Signatures are refused above this when they are uploaded. */
const MOST_BYTES = 2 * 1024 * 1024

/** The pictures of these files by attachment id; those that neither storage nor the provider has are left out. */
export async function signaturePictures(
  files: readonly AttachmentRow[],
  user: UserSession,
  budget: CallBudget,
): Promise<ReadonlyMap<string, Buffer>> {
  const there = files.filter(({ fileId }) => fileId !== '')
  const found = await Promise.all(there.map(async (file) => [file._id, await pictureOf(file, user, budget)] as const))
  return new Map(found.flatMap(([id, picture]) => (picture ? [[id, picture]] : [])))
}

async function pictureOf(
  { fileId, attachId }: AttachmentRow,
  user: UserSession,
  budget: CallBudget,
): Promise<Buffer | undefined> {
  const read = ({ path }: FetchedFile): Promise<Buffer> => readFile(path)
  const stored = await orNone(withStoredFile(fileId, MOST_BYTES, budget, read))
  if (stored !== undefined || attachId === '') return stored
  // Its bytes have left storage (domain/attachment/held-bytes.ts).
  const info = await orNone(readFileInfo(user, attachId))
  if (info === undefined || info.blocked) return undefined
  return withDownload(info.downloadUrl, MOST_BYTES, budget, read)
}

/** undefined instead of NOT_FOUND. */
async function orNone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return undefined
    throw error
  }
}

/** As long as somebody may read the review before the pictures must be asked for again. */
const URL_LIFE_S = 600

/**
 * Signatures of a draft → short-lived addresses of their pictures. The pictures only help: when storage does not answer,
 * the review opens without them.
 */
export async function pictureAddresses(
  files: readonly AttachmentRow[],
  { requestId }: Pick<CallBudget, 'requestId'>,
): Promise<Readonly<Record<string, string>>> {
  const stored = files.filter(({ fieldId, fileId }) => fieldId !== '' && fileId !== '')
  if (stored.length === 0) return {}
  try {
    const urls = await temporaryUrls(
      stored.map(({ fileId }) => fileId),
      URL_LIFE_S,
    )
    return Object.fromEntries(
      stored.flatMap(({ _id, fileId }) => {
        const url = urls.get(fileId)
        return url === undefined ? [] : [[_id, url]]
      }),
    )
  } catch (error) {
    log({ requestId, event: 'signatures-not-shown', error: describeError(error) })
    return {}
  }
}
