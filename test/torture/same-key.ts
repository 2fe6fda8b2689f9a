import { setTimeout as sleep } from 'node:timers/promises'
import collections from '../../deploy/collections.json'
import { ACTION_FACTS, type ActionName } from '../../miniprogram/shared/contract/actions'
import { Citizen } from '../cloudfunctions/support/citizen'
import { databaseOf } from '../cloudfunctions/support/database'
import { NURSE } from '../cloudfunctions/support/nurse'
import { type Answer, askAs } from '../cloudfunctions/support/replies'
import { SOUND_INPUTS } from '../cloudfunctions/support/sound-inputs'
import { type BadSystem, startBadSystem } from '../cloudfunctions/support/submit-system'
import type { Part } from './part'
import { STAGES } from './write-stages'

const CALLS = 50
/** Each call has a process of its own, and is kept for the next action. */
const PROCESSES = 2 * CALLS
/** Every action that may change what is stored, here or at the provider. */
export const WRITES = (Object.keys(ACTION_FACTS) as ActionName[]).filter(
  (name) => ACTION_FACTS[name].audit === 'change',
)
/** Rows about calls, not about what they did; what all share; paths that may be uploaded to, and are given up within a day. */
const ABOUT_CALLS = [
  'temporary_files',
  'form_schemas',
  'allowances',
  'audit_log',
  'audit_seals',
  'audit_head',
  'login_tries',
  'known_logins',
  'scheduled_jobs',
]
const CONFIRMING_MS = 2_500
/** Paths that may be uploaded to: each call mints one, and those that nobody used are gone within a day. */
const MINTED: readonly string[] = ['cloudPath', 'importId']
/** Members that differ between two answers that say the same. */
const OF_THE_MOMENT: readonly string[] = [
  'requestId',
  'savedAt',
  'expiresAt',
  'url',
  'since',
  'retryAfterMs',
  'at',
  // Whether another of the calls is still at it.
  'isDone',
  'boundAt',
  'deliveredAt',
  ...MINTED,
]

/** How much there is of everything, here and at the provider. */
async function countAll(system: BadSystem): Promise<Readonly<Record<string, number>>> {
  const names = collections.map(({ name }) => name).filter((name) => !ABOUT_CALLS.includes(name))
  const ours = await Promise.all(
    names.map(async (name) => [name, (await databaseOf(system).count(name, {})).total] as const),
  )
  const cases = system.books.cases.all()
  return {
    ...Object.fromEntries(ours),
    'versions of drafts': await versionsIn(system, 'declarations'),
    'versions of rounds': await versionsIn(system, 'supplements'),
    'provider: declarations': system.books.declarations.all().length,
    'provider: attachments': system.books.attachments.all().length,
    'provider: cases': cases.length,
    'provider: ratings': cases.filter(({ evaluation }) => evaluation !== undefined).length,
    'provider: supplements': cases.flatMap(({ supplements }) => supplements).filter((one) => one.submittedAt !== null)
      .length,
    'stored files': system.cloud.storedFiles().length,
  }
}

async function versionsIn(system: BadSystem, collection: string): Promise<number> {
  const rows = await databaseOf(system).rows(collection, {})
  return rows.reduce((sum, { version }) => sum + Number(version), 0)
}

const said = (answer: Answer): string =>
  JSON.stringify(answer, (key, value: unknown) => (OF_THE_MOMENT.includes(key) ? undefined : value))
/** Another call is at work on it: the page waits, and asks. */
const codeOf = (answer: Answer): string => (answer === 'oversize' || answer.ok ? '' : answer.error.code)
const isWaiting = (answer: Answer): boolean =>
  codeOf(answer) === 'OUTCOME_UNKNOWN' || said(answer).includes('"confirming"')
/** What a call is told that another one was faster than, or that comes too often. */
const TURNED_AWAY: readonly string[] = ['CONFLICT', 'STATE_CHANGED', 'NOT_FOUND', 'ALREADY_SUBMITTED', 'RATE_LIMITED']
const isTurnedAway = (answer: Answer): boolean => TURNED_AWAY.includes(codeOf(answer))

/** What this many equal calls at the same moment lead to: their answers, that of one more, and what there is more of. */
async function callTogether(system: BadSystem, action: ActionName, key: string, calls: number) {
  const citizen = new Citizen(system, key)
  await citizen.bind(NURSE.account)
  const input = (await STAGES[action]?.(citizen, key)) ?? SOUND_INPUTS[action]
  const before = await countAll(system)
  const ask = () => askAs(system, citizen.openid, action, input)
  const asked = await Promise.allSettled(Array.from({ length: calls }, ask))
  const answers = asked.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
  if (answers.some(isWaiting)) await sleep(CONFIRMING_MS)
  const again = await ask()
  const after = await countAll(system)
  const more = Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)] as const)
  return { answers, again, more: Object.fromEntries(more.filter(([, count]) => count !== 0)) }
}

/** Processes that are there already: what is measured is what the calls do to each other, not what fifty starts cost. */
async function warmUp(system: BadSystem): Promise<void> {
  for (const name of ['api', 'transfer']) {
    const calls = Array.from({ length: CALLS }, () => system.cloud.invoke(name, { action: 'none' }, { openid: '' }))
    await Promise.all(calls)
  }
}

async function judge(system: BadSystem, action: ActionName, key: string) {
  const one = await callTogether(system, action, `${key}-one`, 1)
  const many = await callTogether(system, action, `${key}-many`, CALLS)
  const counted = many.answers.filter((answer) => !isTurnedAway(answer))
  const waiting = counted.filter(isWaiting)
  const final = new Set(counted.filter((answer) => !isWaiting(answer)).map(said))
  const [effect, wanted] = [JSON.stringify(many.more), JSON.stringify(one.more)]
  return {
    effects: effect === wanted ? [] : [`${action}: ${CALLS} calls leave ${effect}, one leaves ${wanted}`],
    unequal: final.size > 1 ? [`${action}: ${final.size} answers: ${[...final].join(' | ').slice(0, 600)}`] : [],
    waiting: waiting.length,
    turnedAway: many.answers.length - counted.length,
    noAnswer: CALLS - many.answers.length,
    told: `${action}: ${effect}; ${final.size} answers, ${waiting.length} waiting, ${many.answers.length - counted.length} turned away`,
  }
}

/** 50 equal calls of each write action at the same moment: one effect, equal answers. */
export const sameKey: Part = {
  name: 'same-key',
  unit: 'write actions, 50 calls at once each',
  target: WRITES.length,
  slice: WRITES.length,
  bounds: { effects: { most: 0 }, unequal: { most: 0 }, defects: { most: 0 } },
  async run({ seed, from, count, until, log }) {
    const system = await startBadSystem({ accounts: [], processes: PROCESSES, citizenOf: () => '' })
    try {
      await warmUp(system)
      const found: Awaited<ReturnType<typeof judge>>[] = []
      for (const action of WRITES.slice(from, from + count)) {
        if (Date.now() >= until) break
        const judged = await judge(system, action, `same-${seed % 1000}-${WRITES.indexOf(action)}`)
        for (const line of [judged.told, ...judged.unequal]) log(line)
        found.push(judged)
      }
      const [effects, unequal] = [found.flatMap((each) => each.effects), found.flatMap((each) => each.unequal)]
      const sum = (of: (each: (typeof found)[number]) => number) => found.reduce((total, each) => total + of(each), 0)
      const defects = system.log.filter((line) => line.includes('"code":"INTERNAL"'))
      const figures = {
        effects: effects.length,
        unequal: unequal.length,
        defects: defects.length,
        waiting: sum(({ waiting }) => waiting),
        turnedAway: sum(({ turnedAway }) => turnedAway),
        noAnswer: sum(({ noAnswer }) => noAnswer),
      }
      return { done: found.length, figures, failures: [...effects, ...unequal, ...defects] }
    } finally {
      await system.close()
    }
  },
}
