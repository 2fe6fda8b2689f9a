import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Attachment } from '../../../../miniprogram/shared/domain/attachment'
import type { Declaration } from '../../../../miniprogram/shared/domain/declaration'
import { type Gateway, gatewayForFile } from '../../../support/gateway'
import type { Screen } from '../../../support/screen'
import { openPage, plugIn, unplug } from '../../../support/simulate'
import { AS_PERSON, PHOTO } from '../../fixtures'
import { declaration } from './declaration-fixture'

/** The attachments page of a declaration, and a gateway that answers. */

const PATH = 'packages/declare/pages/attachments/attachments'
const folder = mkdtempSync(join(tmpdir(), 'declare-attachments-'))

export let gateway: Gateway
let server: Declaration
let minted = 0

/** What the server has from now on. */
export function serve(next: Declaration): void {
  server = next
}

export const row = (more: Partial<Attachment>): Attachment => ({
  attachmentId: 'att-0',
  materialId: PHOTO.materialId,
  fileName: 'old.jpg',
  size: 1000,
  state: 'delivered',
  ...more,
})

/** A file on the phone. */
export function file(name: string, size: number) {
  const path = join(folder, name)
  const bytes = Buffer.alloc(Math.min(size, 1000), 1)
  if (/\.jpg$/.test(name)) Buffer.from('ffd8ffe0', 'hex').copy(bytes)
  writeFileSync(path, bytes)
  return { path, name, size }
}

export const open = async (): Promise<Screen> => {
  const page = await openPage(PATH, { draftId: 'draft-1' })
  await page.untilText('上传材料')
  return page
}
export const add = (page: Screen, source: string) =>
  page.call('onAdd', { detail: { materialId: PHOTO.materialId, source } })
export const actions = () => gateway.calls.map(({ action }) => action)
const materialsOf = (page: Screen) =>
  page.node.data['materials'] as { delivered: number; files: { key: string; name: string; stateText: string }[] }[]
/** Waits until the first material has so many files that were read back. */
export const untilDelivered = (page: Screen, count: number): Promise<void> =>
  page.until(() => materialsOf(page)[0]?.delivered === count, `${count} delivered files`)
/** Names of the tiles with what is said of them. */
export const tiles = (page: Screen): string[] =>
  materialsOf(page).flatMap(({ files }) => files.map(({ name, stateText }) => `${name} ${stateText}`))
/** Opens the sheet of a file by a tap on its tile. */
export async function openFile(page: Screen, name: string): Promise<Screen> {
  const index = materialsOf(page)[0]?.files.findIndex((shown) => shown.name === name) ?? -1
  const card = page.find('.material')
  await card.all('.file')[index]?.tap()
  return card
}
export const keyOf = (page: Screen, name: string): string => {
  return materialsOf(page)[0]?.files.find((shown) => shown.name === name)?.key ?? ''
}

/** What stands above is there from the first test on, and closed after the last. */
export function prepareAttachments(): void {
  gatewayForFile(folder, (opened) => {
    gateway = opened
  })
  beforeEach(() => {
    server = declaration()
    minted = 0
    gateway.calls.length = 0
    const rows = new Map<string, Attachment>()
    gateway.handlers = {
      'declaration.open': () => ({ account: AS_PERSON, declaration: server }),
      'attachment.begin': ({ materialId, fileName, size }) => {
        minted += 1
        const attachment = row({ attachmentId: `att-${minted}`, materialId, fileName, size, state: 'queued' })
        rows.set(attachment.attachmentId, attachment)
        return { attachment, cloudPath: `uploads/${minted}/${fileName}` }
      },
      'attachment.deliver': ({ attachmentId }) => ({
        attachment: { ...(rows.get(attachmentId) ?? row({})), state: 'delivered' },
      }),
      'attachment.remove': () => ({}),
    }
    plugIn({ gateway: gateway.url })
  })
  afterEach(unplug)
}
