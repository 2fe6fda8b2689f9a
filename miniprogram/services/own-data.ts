import { dropAllPages } from '../platform/kept-pages'
import { clearHistory } from '../platform/search-history'
import { forgetDrafts } from '../platform/own-drafts'
import type { Output } from '../shared/contract/actions'
import type { ErasableKind } from '../shared/domain/own-data'
import { call } from './call'
import { download } from './download'
import { forgetOwner } from './forget-owner'

export type KeptData = Output<'data.open'>

/** What is kept of me here, and until when. */
export const openOwnData = (): Promise<KeptData> => call('data.open', {})

/** All of it as a zip on the phone: its local path, its name and its size in bytes. */
export async function exportOwnData(): Promise<{ filePath: string; fileName: string; bytes: number }> {
  const { url, fileName, bytes } = await call('data.export', {})
  const arriving = download(
    () => Promise.resolve({ url }),
    '文件没有下载完整，请检查网络后重试',
    () => undefined,
  )
  return { filePath: (await arriving.done) ?? '', fileName, bytes }
}

/** Removes one kind, here and, of drafts, on the phone. */
export async function eraseKind(kind: ErasableKind): Promise<KeptData> {
  const left = await call('data.delete', { kind })
  if (kind === 'drafts') await forgetDrafts()
  return left
}

/** Unbinds everything and removes all that is kept of me, here and on the phone. */
export async function leaveForGood(): Promise<Output<'data.leave'>> {
  const left = await call('data.leave', {})
  await Promise.all([forgetOwner(), dropAllPages()])
  return left
}

/** Forgets what this phone remembers of looking: searches and pages for times without a network. Drafts stay. */
export async function forgetLooking(): Promise<void> {
  clearHistory()
  await dropAllPages()
}
