import type { Page } from 'playwright-core'

/** Bytes of the document that the phone shows, once it does. */
export async function shownDocument(page: Page): Promise<Buffer> {
  const frame = page.locator('#document-viewer iframe')
  await frame.waitFor({ timeout: 30_000 })
  const bytes = await frame.evaluate(async (element) => {
    const answer = await fetch((element as HTMLIFrameElement).src)
    return [...new Uint8Array(await answer.arrayBuffer())]
  })
  return Buffer.from(bytes)
}

/** Is it a PDF, by its first bytes? */
export const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, 5).toString('latin1') === '%PDF-'
