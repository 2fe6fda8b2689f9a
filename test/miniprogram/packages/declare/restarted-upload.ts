import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Attachment } from '../../../../miniprogram/shared/domain/attachment'
import { type Gateway, gatewayForFile } from '../../../support/gateway'
import { phone } from '../../../support/phone'
import type { Screen } from '../../../support/screen'
import { openPage, plugIn, unplug } from '../../../support/simulate'
import { AS_PERSON, PHOTO } from '../../fixtures'
import { declaration } from './declaration-fixture'

/** A mini-program that is closed in the middle: a page that is opened anew has new modules and the same phone. */

const PATH = 'packages/declare/pages/attachments/attachments'
export const MATERIAL = { ...PHOTO, maxCount: 5 }

export const folder = mkdtempSync(join(tmpdir(), 'upload-restart-'))

export let gateway: Gateway
/** The server's rows by upload key. */
export let rows: Map<string, Attachment>
let state: 'draft' | 'submitted'

/** What the declaration is by now. */
export function become(next: 'draft' | 'submitted'): void {
  state = next
}

export function file(name: string, bytes: Buffer = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.from(name)])) {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return { path, name, size: bytes.length }
}
export const open = async (): Promise<Screen> => {
  const page = await openPage(PATH, { draftId: 'draft-1' })
  await page.until(() => page.text.includes('上传材料') || phone.visits.length > 0, 'the page')
  return page
}
export const add = (page: Screen, source = 'chat') =>
  page.call('onAdd', { detail: { materialId: MATERIAL.materialId, source } })

export const delivered = (): string[] =>
  [...rows.values()].filter((row) => row.state === 'delivered').map((row) => row.fileName)

/** What stands above is there from the first test on, and closed after the last. */
export function prepareUpload(): void {
  gatewayForFile(folder, (opened) => {
    gateway = opened
  })
  beforeEach(() => {
    rows = new Map()
    state = 'draft'
    gateway.calls.length = 0
    gateway.handlers = {
      'declaration.open': () => ({
        account: AS_PERSON,
        declaration: declaration({ state, materials: [MATERIAL], attachments: [...rows.values()] }),
      }),
      'attachment.begin': ({ uploadKey = '', materialId, fileName, size }) => {
        const attachmentId = `att-${uploadKey}`
        const row = rows.get(uploadKey) ?? { attachmentId, materialId, fileName, size, state: 'queued' as const }
        rows.set(uploadKey, row)
        return { attachment: row, cloudPath: `uploads/${uploadKey}` }
      },
      'attachment.deliver': ({ attachmentId }) => {
        const [key, row] = [...rows].find(([, one]) => one.attachmentId === attachmentId) ?? []
        if (key === undefined || !row) throw new Error('unknown row')
        rows.set(key, { ...row, state: 'delivered' })
        return { attachment: { ...row, state: 'delivered' } }
      },
      'attachment.remove': () => ({}),
    }
    plugIn({ gateway: gateway.url })
  })
  afterEach(unplug)
}
