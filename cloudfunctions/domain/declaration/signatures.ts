import { readFile } from 'node:fs/promises'
import { temporaryUrls } from '../../kernel/cloud'
import { type CallBudget } from '../../kernel/context'
import { AppError } from '../../kernel/errors'
import { describeError, log } from '../../kernel/log'
import { type AttachmentRow } from '../../stores/attachments'
import { withStoredFile } from '../storage/stored-file'

/** Signatures are refused above this when they are uploaded. */
const MOST_BYTES = 2 * 1024 * 1024

/** The pictures of these files by attachment id; those that storage does not have are left out. */
export async function signaturePictures(
  files: readonly AttachmentRow[],
  budget: CallBudget,
): Promise<ReadonlyMap<string, Buffer>> {
  const stored = files.filter(({ fileId }) => fileId !== '')
  const found = await Promise.all(stored.map(async (file) => [file._id, await pictureOf(file, budget)] as const))
  return new Map(found.flatMap(([id, picture]) => (picture ? [[id, picture]] : [])))
}

async function pictureOf({ fileId }: AttachmentRow, budget: CallBudget): Promise<Buffer | undefined> {
  try {
    return await withStoredFile(fileId, MOST_BYTES, budget, ({ path }) => readFile(path))
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
