import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { type Context } from '../../kernel/context'
import { defineAction } from '../../kernel/define-action'
import { notFound } from '../../kernel/errors'
import { providerId } from '../../kernel/inputs'
import { loadable } from '../../kernel/loadable'
import { isBusy } from '../../one-network/failure'
import { downloadArchive } from '../../one-network/resources/archives'
import { readMaterialList } from '../../one-network/resources/past-files'
import { findByCaseNo } from '../../stores/declarations'
import { type ActiveIdentity, requireIdentity } from '../../domain/account/identity'
import { sessionOf } from '../../domain/account/session'
import { OLD_MS } from '../../domain/storage/clean-up'
import { keepFile } from '../../domain/storage/offer'
import { listEntries } from '../../domain/archive/entries'
import { lacksOf } from '../../domain/archive/lacks'
import { checklistOf } from '../../domain/declaration/promises'

/** 200 MiB take time; the transfer function's own timeout limits it. */
const BUDGET_MS = 60_000
/** When the provider does not say how long packing takes; also the pace that six times a minute allow (contract chapter 11). */
const USUAL_WAIT_MS = 10_000
/** A case has 300 files at most (contract chapter 11), and some forms. */
const MOST_ENTRIES = 1_000

/**
 * Fetches the zip of a case (#32) into our storage for a short time, and lists what is in it and what it lacks. `packing`
 * with the wait that the provider wants, while it is made. The bytes are streamed, and checked by length and digest.
 */
export const fetchArchive = defineAction(
  'archive.fetch',
  v.object({ caseNo: providerId }),
  async ({ caseNo }, context) => {
    const active = await requireIdentity(context)
    const folder = await mkdtemp(join(tmpdir(), 'archive-'))
    try {
      return { state: 'ready' as const, ...(await fetchTo(join(folder, 'zip'), caseNo, active, context)) }
    } catch (error) {
      if (!isBusy(error)) throw error
      if (error.code === 'RATE_LIMITED') await refuseForeign(caseNo, active, context)
      return { state: 'packing' as const, retryAfterMs: error.detail.retryAfterMs ?? USUAL_WAIT_MS }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
  { budgetMs: BUDGET_MS },
)

async function fetchTo(path: string, caseNo: string, active: ActiveIdentity, context: Context) {
  const { bindingId } = active
  const { fileName, size } = await downloadArchive(sessionOf(bindingId, context), caseNo, path)
  const listed = await listEntries(path)
  const entries = listed.map(({ zipped: _zipped, ...entry }) => entry)
  const place = { draftId: '', purpose: 'archive', materialId: '', fieldId: '' } as const
  const [kept, lacks] = await Promise.all([
    keepFile(createReadStream(path), 'zip', place, active, context),
    loadable(lacking(caseNo, entries, active, context), context),
  ])
  const archive = {
    archiveId: kept.id,
    fileName: fileName || `${caseNo}.zip`,
    size,
    keptUntil: toBeijingTime(context.now() + OLD_MS),
    entries: entries.slice(0, MOST_ENTRIES),
    total: entries.length,
  }
  return { archive, lacks }
}

/** A gateway that counts questions does not look whose case it is: NOT_FOUND must not depend on how often it was asked. */
async function refuseForeign(caseNo: string, { bindingId }: ActiveIdentity, context: Context): Promise<void> {
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
