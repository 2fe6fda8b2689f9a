import { LARGEST_ARCHIVE } from '../limits'
import { type ReceivedFile } from '../file-transport'
import { type UserSession } from '../user-session'

/**
 * Streams the zip of all materials of a case to a local path (#32). `isBusy` with `retryAfterMs` while it is packed: six
 * questions a minute are allowed. NOT_FOUND for another's case.
 */
export function downloadArchive(user: UserSession, caseNo: string, path: string): Promise<ReceivedFile> {
  const target = { path, maxBytes: LARGEST_ARCHIVE }
  return user.download('downloadCaseArchive', { caseNo }, target, { failWhenBusy: true })
}
