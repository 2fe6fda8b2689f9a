import { createHmac } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { send } from '../http'
import type { Platform } from '../platform'
import { gatewayAnswer } from '../protocol/answer'
import { sameText } from '../protocol/signature'

export const DOWNLOAD_PATH = '/files/'

/** Function 8: an address is good for 300 seconds. */
const LIFE_MS = 300_000

const signOf = ({ keys }: Platform, attachId: string, expires: number): string =>
  createHmac('sha256', keys.appSecret).update(`${attachId} ${expires}`).digest('hex').slice(0, 32)

/** A plain GET address of one file, and when it ends (epoch ms). */
export function downloadAddress(
  platform: Platform,
  attachId: string,
): { readonly url: string; readonly until: number } {
  const expires = Math.floor((platform.now() + LIFE_MS) / 1000)
  const sign = signOf(platform, attachId, expires)
  const url = `${platform.downloadBase()}${DOWNLOAD_PATH}${attachId}?expires=${expires}&sign=${sign}`
  return { url, until: expires * 1000 }
}

/** Serves the addresses: no token, but a signature and an end. */
export function createDownloadHandler(platform: Platform) {
  return (request: IncomingMessage, response: ServerResponse, path: string): void => {
    request.resume()
    const attachId = path.slice(DOWNLOAD_PATH.length)
    const query = new URLSearchParams((request.url ?? '').split('?', 2)[1])
    const expires = Number(query.get('expires'))
    const allowed = sameText(signOf(platform, attachId, expires), query.get('sign') ?? '')
    if (request.method !== 'GET' || !allowed || platform.now() > expires * 1000) {
      send(response, gatewayAnswer(403))
      return
    }
    const record = platform.store.attachments.get(attachId)
    const bytes = record && platform.files.read(record.contentId)
    const headers = { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' }
    send(response, bytes ? { status: 200, headers, body: bytes } : gatewayAnswer(404))
  }
}
