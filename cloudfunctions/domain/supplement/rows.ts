import { toBeijingTime } from '../../../miniprogram/shared/domain/time'
import { type Context } from '../../kernel/context'
import { randomId } from '../../kernel/ids'
import { NEVER_SENT } from '../../ledger/settle'
import { type RequiredRound } from '../../one-network/mappers/supplements'
import { type CaseContent } from '../../one-network/resources/past-files'
import {
  findSupplement,
  insertSupplement,
  supplementIdOf,
  type SupplementRow,
  updateSupplement,
} from '../../stores/supplements'
import { type ActiveIdentity } from '../account/identity'
import { toAskedRound } from './asked'
import { beforeOf, newForm, formObstacle, BEFORE } from './forms'
import { ofBound } from '../../stores/owner'

/** What was submitted in the case before; undefined while it could not be read. */
export type KnownContent = CaseContent | undefined

interface Round {
  readonly caseNo: string
  readonly matterId: string
  readonly asked: RequiredRound
}

/** The row of a round, made when it is opened first and kept up to date with what the provider asks for. */
export async function rowOf(
  { caseNo, matterId, asked: required }: Round,
  content: KnownContent,
  active: ActiveIdentity,
  context: Context,
): Promise<SupplementRow> {
  const asked = toAskedRound(required)
  const _id = supplementIdOf(active, caseNo, asked.round)
  const known = await findSupplement(_id, active)
  const row = known ?? newRow(_id, { caseNo, matterId, asked }, active, context.now())
  if (row.state !== 'open') return row
  const fresh = { ...row, asked, ...(await withForms({ ...row, asked }, content)) }
  if (!known) return (await insertSupplement(fresh)) ? fresh : ((await findSupplement(_id, active)) ?? fresh)
  const { forms, before, fileCounts } = fresh
  const expected = { state: 'open' as const, version: row.version }
  const kept = await updateSupplement(_id, expected, { asked, forms, before, fileCounts })
  return kept ? fresh : ((await findSupplement(_id, active)) ?? fresh)
}

function newRow(
  _id: string,
  round: Pick<SupplementRow, 'caseNo' | 'matterId' | 'asked'>,
  active: ActiveIdentity,
  now: number,
): SupplementRow {
  return {
    _id,
    ...ofBound(active),
    ...round,
    forms: [],
    before: '',
    fileCounts: {},
    version: 1,
    savedAt: toBeijingTime(now),
    state: 'open',
    requestNo: randomId(),
    ...NEVER_SENT,
    submittingSince: '',
    submittedAt: '',
    sent: '',
    sentFiles: [],
    receipt: null,
    textMark: '',
  }
}

/** Forms that are asked for and not begun yet, as they were submitted. A correction that was begun stays. */
async function withForms(
  row: SupplementRow,
  content: KnownContent,
): Promise<Pick<SupplementRow, 'forms' | 'before' | 'fileCounts'>> {
  const { forms, before, fileCounts } = row
  if (!content) return { forms, before, fileCounts }
  const wanted = row.asked.items.filter(
    (item) =>
      item.kind === 'form' &&
      formObstacle(item) === '' &&
      !forms.some(({ materialId }) => materialId === item.materialId),
  )
  const begun = await Promise.all(
    wanted.map((item) => {
      const submitted = content.forms.find(({ materialId }) => materialId === item.materialId)
      return newForm(row._id, item, submitted)
    }),
  )
  const added = begun.flatMap((form) => (form ? [form] : []))
  const counts = Object.fromEntries(content.files.map(({ materialId, files }) => [materialId, files.length]))
  if (added.length === 0) return { forms, before, fileCounts: counts }
  const submitted = Object.fromEntries(added.map((form) => [form.row.materialId, form.before]))
  return {
    forms: [...forms, ...added.map((form) => form.row)],
    before: BEFORE.seal(row._id, { ...beforeOf(row), ...submitted }),
    fileCounts: counts,
  }
}
