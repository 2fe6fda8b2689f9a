import type { Item } from '../catalogue/item'
import { addWorkingDays, beijingDate, fromBeijing } from '../clock'
import type { CaseRecord, NodeRecord, SavedForm, SupplementRecord } from '../state/records'
import { openRound } from './facts'
import { completeThrough, endOpenNode, startNode } from './nodes'

interface Moment {
  readonly at: number
  readonly item: Item
}

const promisedIn = (record: CaseRecord, item: Item): Item['materials'] =>
  item.materials.filter(({ materialId }) => record.promisedMaterialIds.includes(materialId))

/** Does the decision wait for a paper without which the case was accepted (容缺)? */
export const waitsForPaper = (record: CaseRecord, item: Item): boolean =>
  openRound(record, '2') !== undefined && promisedIn(record, item).some(({ promise }) => promise.kind === 'tolerance')

/**
 * A promise turns into a round of its own at acceptance (contract chapter 7.5); the shortest term binds them all. That of
 * 容缺 runs from acceptance, that of 承诺审批 from the promise, which was made with the declaration.
 */
export function promiseRound(record: CaseRecord, { at, item }: Moment): SupplementRecord {
  const materials = promisedIn(record, item)
  const ends = materials.map(({ promise: { kind, days } }) =>
    addWorkingDays(beijingDate(kind === 'approval' ? record.submittedAt : at), days),
  )
  const [deadline = beijingDate(at)] = ends.sort()
  return {
    round: record.supplements.length + 1,
    supplementType: '2',
    issuedAt: at,
    deadline: fromBeijing(deadline, '23:59:59'),
    officerNote: '',
    materials: materials.map(({ materialId }) => ({ materialId, reason: '承诺后补的材料' })),
    submittedAt: null,
  }
}

interface Demand extends Moment {
  readonly opinion: string
  readonly materialIds: readonly string[]
  readonly reasons: Readonly<Record<string, string>>
  readonly deadline: number | null
}

/** The office asks for something: a new round, and the clock stands still until it is answered. */
export function requestSupplement(
  record: CaseRecord,
  { at, item, opinion, materialIds, reasons, deadline }: Demand,
): CaseRecord {
  const round = record.supplements.length + 1
  const wanted = materialIds.length > 0 ? materialIds : item.materials.slice(0, 1).map(({ materialId }) => materialId)
  const given = wanted.map((materialId) => reasons[materialId] ?? '').filter((reason) => reason !== '')
  const usual = opinion || given.join('；') || '材料需要补充或更正'
  const [open, ...rest] = startNode(endOpenNode(record.nodes, at, '需要补正'), '45', at)
    .slice()
    .reverse()
  return {
    ...record,
    status: '28',
    // The reason is the open step's opinion, which is where #27 shows it.
    nodes: open === undefined ? record.nodes : [...rest.reverse(), { ...open, opinion: usual }],
    pauses: [...record.pauses, { reason: '等待申请人补正', round, startedAt: at, endedAt: null }],
    supplements: [
      ...record.supplements,
      {
        round,
        supplementType: '1',
        issuedAt: at,
        deadline,
        officerNote: opinion,
        materials: wanted.map((materialId) => ({ materialId, reason: reasons[materialId] || usual })),
        submittedAt: null,
      },
    ],
  }
}

export function endPauses(record: CaseRecord, at: number): CaseRecord['pauses'] {
  return record.pauses.map((pause) => (pause.endedAt === null ? { ...pause, endedAt: at } : pause))
}

/** The clock goes on; the case is 26 again, or 32 when it had been accepted (contract chapter 8). */
function resume(record: CaseRecord, { at, item }: Moment): CaseRecord {
  const reason = record.nodes.find((node) => node.nodeCode === '45' && node.endedAt === null)?.opinion ?? ''
  const ended = endOpenNode(record.nodes, at, reason)
  const accepted = record.acceptedAt !== null
  return {
    ...record,
    status: accepted ? '32' : '26',
    nodes: accepted ? startNode(ended, '50', at) : startNode(completeThrough(ended, item, '30', at, ''), '40', at),
    pauses: endPauses(record, at),
  }
}

/** The supplement came over the counter. */
export function receiveSupplement(record: CaseRecord, moment: Moment): CaseRecord {
  const supplements = record.supplements.map((round) =>
    round.supplementType === '1' && round.submittedAt === null ? { ...round, submittedAt: moment.at } : round,
  )
  return { ...resume(record, moment), supplements }
}

export interface RoundAnswer {
  readonly forms: Readonly<Record<string, SavedForm>>
  /** The round's files by material. */
  readonly files: CaseRecord['materials']
  readonly remark: string
}

function join(before: CaseRecord['materials'], added: CaseRecord['materials']): CaseRecord['materials'] {
  const longer = before.map((material) => {
    const more = added.find(({ materialId }) => materialId === material.materialId)?.attachIds ?? []
    return { ...material, attachIds: [...material.attachIds, ...more] }
  })
  const known = new Set(before.map(({ materialId }) => materialId))
  return [...longer, ...added.filter(({ materialId }) => !known.has(materialId))]
}

/** A round was submitted online (#25): its files join the case, its forms take the place of what was there. */
export function answerRound(record: CaseRecord, no: number, answer: RoundAnswer, moment: Moment): CaseRecord {
  const { forms, files, remark } = answer
  const answered = record.supplements.find(({ round }) => round === no)
  const base = answered?.supplementType === '1' ? resume(record, moment) : record
  return {
    ...base,
    forms: { ...base.forms, ...forms },
    materials: join(base.materials, files),
    supplements: base.supplements.map((round) =>
      round.round === no ? { ...round, submittedAt: moment.at, forms, remark } : round,
    ),
  }
}

/** 88 承诺补证 is over; the other steps stay as they are. */
export function endPromise(record: CaseRecord, at: number, opinion: string): CaseRecord {
  const end = (node: NodeRecord): NodeRecord =>
    node.nodeCode === '88' && node.endedAt === null ? { ...node, endedAt: at, opinion } : node
  return { ...record, nodes: record.nodes.map(end) }
}
