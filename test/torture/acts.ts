import { type ActionName } from '../../miniprogram/shared/contract/actions'
import { databaseOf } from '../cloudfunctions/support/database'
import { copyDraft, type Filer } from '../cloudfunctions/support/submit-drafts'
import { type PassingRequest } from '../support/bad-line'
import { type BadDay, leasesOver, makeFinished, makeRound } from './bad-day'

/** Something that a citizen does with a draft or a case, and how its end is told from the books of both sides. */
export interface Act {
  readonly index: number
  readonly action: ActionName
  readonly input: object
  /** Does this answer say that it is done? */
  isOver(data: unknown): boolean
  /** Notes under which number the provider was asked. */
  see(request: PassingRequest): void
  /** Time passes: no lease, and nothing can still be on its way. */
  later(): Promise<void>
  isOpen(): Promise<boolean>
  /** Makes room for the next one of the same citizen. */
  end(): Promise<void>
  /** What is wrong: `duplicate …`, `lost …`, `unknown …`. */
  judge(): Promise<readonly string[]>
}

/** 延续注册, by herself: what the drafts of the nurse are changed to. */
const RENEW = ['QX120116000014A03', 'QX120116000014D01']
/** After which an unanswered rating can no longer arrive (domain/evaluation/standing.ts). */
const LONG_AGO = 1
const nothing = (): Promise<void> => Promise.resolve()

/** The numbers of all requests to one function about one thing. */
function numbersOf(path: string, member: string, wanted: string) {
  const numbers = new Set<string>()
  const see = ({ path: asked, body }: PassingRequest): void => {
    if (asked.endsWith(path) && body[member] === wanted) numbers.add(String(body.requestNo))
  }
  return { numbers, see }
}

const twice = (what: string, numbers: ReadonlySet<string>): readonly string[] =>
  numbers.size > 1 ? [`duplicate ${what}: asked under ${numbers.size} numbers`] : []

async function situationChange({ system }: BadDay, filer: Filer, index: number): Promise<Act> {
  const { draftId, declareNo, version } = await copyDraft(system, filer, index)
  const { rows, update } = databaseOf(system)
  const { numbers, see } = numbersOf('/declarations/choose-situation', 'declareNo', declareNo)
  const row = async () => (await rows('declarations', { _id: draftId }))[0] ?? {}
  const isChanged = (optionIds: unknown): boolean => JSON.stringify(optionIds) === JSON.stringify(RENEW)
  const what = `change of draft ${index}`
  return {
    index,
    action: 'declaration.changeSituation',
    input: { draftId, version, optionIds: RENEW },
    isOver: () => true,
    see,
    later: () => leasesOver(system, 'declarations', { _id: draftId }),
    isOpen: async () => {
      const { situationNo, optionIds } = await row()
      return situationNo !== '' || !isChanged(optionIds)
    },
    end: () => update('declarations', { _id: draftId }, { openKey: `changed ${index}` }),
    judge: async () => {
      const { situationNo, optionIds, version: now } = await row()
      const isThere = isChanged(system.books.declarations.get(declareNo)?.optionIds)
      return [
        ...twice(what, numbers),
        ...(now === version + 1 ? [] : [`duplicate ${what}: version ${String(now)} after ${version}`]),
        ...(isChanged(optionIds) && isThere
          ? []
          : [`lost ${what}: here ${String(isChanged(optionIds))}, there ${isThere}`]),
        ...(situationNo === '' ? [] : [`unknown ${what}`]),
      ]
    },
  }
}

async function supplement(day: BadDay, filer: Filer, index: number): Promise<Act> {
  const { caseNo, supplementId, version } = await makeRound(day, filer, index)
  const { system } = day
  const { numbers, see } = numbersOf('/supplements/submit', 'caseNo', caseNo)
  const state = async () => (await databaseOf(system).rows('supplements', { _id: supplementId }))[0]?.['state']
  const what = `supplement ${index} of ${caseNo}`
  return {
    index,
    action: 'supplement.submit',
    input: { supplementId, version, remark: `第${index}次更换` },
    isOver: (data) => (data as { readonly state?: string }).state === 'submitted',
    see,
    later: () => leasesOver(system, 'supplements', { _id: supplementId }),
    isOpen: async () => (await state()) !== 'submitted',
    end: nothing,
    judge: async () => {
      const rounds = system.books.cases.get(caseNo)?.supplements ?? []
      const arrived = rounds.filter(({ submittedAt, remark }) => submittedAt !== null && remark === `第${index}次更换`)
      const here = String(await state())
      return [
        ...twice(what, numbers),
        ...(rounds.length > 1 ? [`duplicate ${what}: ${rounds.length} rounds`] : []),
        ...(arrived.length === 1 && here === 'submitted'
          ? []
          : [`lost ${what}: here ${here}, there ${arrived.length}`]),
        ...(here === 'confirming' ? [`unknown ${what}`] : []),
      ]
    },
  }
}

async function rating(day: BadDay, filer: Filer, index: number): Promise<Act> {
  const caseNo = await makeFinished(day, filer, index)
  const { system } = day
  const { rows, update } = databaseOf(system)
  const { numbers, see } = numbersOf('/evaluations/add', 'caseNo', caseNo)
  const given = () => system.books.cases.get(caseNo)?.evaluation
  const isSending = async () => Number((await rows('evaluations', { caseNo }))[0]?.['sentAt'] ?? 0) > LONG_AGO
  const comment = `第${index}次评价`
  const what = `rating ${index} of ${caseNo}`
  return {
    index,
    action: 'evaluation.submit',
    input: { caseNo, score: 5, optionCodes: [], comment },
    isOver: (data) => (data as { readonly evaluation?: { readonly state: string } }).evaluation?.state === 'given',
    see,
    later: async () => {
      await update('evaluations', { caseNo, sentAt: { $gt: LONG_AGO } }, { sentAt: LONG_AGO })
      await leasesOver(system, 'evaluations', { caseNo })
    },
    isOpen: () => Promise.resolve(given() === undefined),
    end: nothing,
    judge: async () => [
      ...twice(what, numbers),
      ...(given()?.comment === comment ? [] : [`lost ${what}`]),
      ...((await isSending()) ? [`unknown ${what}`] : []),
    ],
  }
}

const KINDS = [situationChange, supplement, rating] as const

/** What happens at an index: a change of the situation, a supplement or a rating, in turn. The line is good meanwhile. */
export function toAct(day: BadDay, filer: Filer, index: number): Promise<Act> {
  const kind = KINDS[Math.floor(index / day.filers.length) % KINDS.length] ?? situationChange
  return kind(day, filer, index)
}
