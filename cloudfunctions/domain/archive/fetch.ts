import { type Context } from '../../kernel/context'
import { notFound } from '../../kernel/errors'
import { loadable } from '../../kernel/loadable'
import { readMaterialList } from '../../one-network/resources/past-files'
import { findByCaseNo } from '../../stores/declarations'
import { ENDINGS } from '../../stores/retention'
import { type ActiveIdentity } from '../account/identity'
import { sessionOf } from '../account/session'
import { lacksOf } from './lacks'
import { checklistOf } from '../declaration/promises'
import { createReadStream } from 'fs'
import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { downloadArchive } from '../../one-network/resources/archives'
import { storeTemporary } from '../storage/offer'
import { listEntries } from './entries'

/** A case has 300 files at most (contract chapter 11), and some forms. */
const MOST_ENTRIES = 1_000

/** A gateway that counts questions does not look whose case it is: NOT_FOUND must not depend on how often it was asked. */
export async function refuseForeign(caseNo: string, { bindingId }: ActiveIdentity, context: Context): Promise<void> {
  const read = readMaterialList(sessionOf(bindingId, context), caseNo)
  const contents = await loadable(read, context)
  if (!contents.ok && contents.error.code === 'NOT_FOUND') throw notFound('case')
}

async function lacking(
  caseNo: string,
  entries: Parameters<typeof lacksOf>[1],
  active: ActiveIdentity,
  context: Context,
) {
  const [contents, filedHere] = await Promise.all([
    readMaterialList(sessionOf(active.bindingId, context), caseNo),
    findByCaseNo(caseNo, active),
  ])
  return lacksOf(contents, entries, filedHere && checklistOf(filedHere))
}

/** Streams the zip (#32) to a local path and into our storage, and lists what is in it and what it lacks. */
export async function fetchArchiveTo(path: string, caseNo: string, active: ActiveIdentity, context: Context) {
  const { bindingId } = active
  const { fileName, size } = await downloadArchive(sessionOf(bindingId, context), caseNo, path)
  const listed = await listEntries(path)
  const entries = listed.map(({ zipped: _zipped, ...entry }) => entry)
  const [kept, lacks] = await Promise.all([
    storeTemporary(createReadStream(path), 'zip', { purpose: 'archive' }, active, context),
    loadable(lacking(caseNo, entries, active, context), context),
  ])
  const archive = {
    archiveId: kept.id,
    fileName: fileName || `${caseNo}.zip`,
    size,
    keptUntil: toBeijingTime(context.now() + ENDINGS.temporaryFiles.afterMs),
    entries: entries.slice(0, MOST_ENTRIES),
    total: entries.length,
  }
  return { archive, lacks }
}
