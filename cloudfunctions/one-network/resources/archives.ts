import { type ReceivedFile } from '../file-transport'
import { type UserSession } from '../user-session'

/** Contract chapter 11: 压缩包不超过 200 MiB. */
export const LARGEST_ARCHIVE = 200 * 1024 * 1024

/**
 * Streams the zip of all materials of a case to a local path (#32). `isBusy` with `retryAfterMs` while it is packed: six
 * questions a minute are allowed. NOT_FOUND for another's case.
 */
export function downloadArchive(user: UserSession, caseNo: string, path: string): Promise<ReceivedFile> {
  const target = { path, maxBytes: LARGEST_ARCHIVE }
  return user.download('downloadCaseArchive', { caseNo }, target, { failWhenBusy: true })
}
