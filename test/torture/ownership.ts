import { ACTION_FACTS, type ActionName } from '../../miniprogram/shared/contract/actions'
import { Citizen } from '../cloudfunctions/support/citizen'
import { databaseOf } from '../cloudfunctions/support/database'
import { FREIGHT } from '../cloudfunctions/support/freight'
import { NURSE } from '../cloudfunctions/support/nurse'
import { type Answer, askAs, leaksIn, plainOf, PUBLIC_ACTIONS } from '../cloudfunctions/support/replies'
import { SOUND_INPUTS } from '../cloudfunctions/support/sound-inputs'
import { startSystem, type System } from '../support/system'
import { makeOwned, type Owned, ownedMembers } from './foreign-ids'
import type { Part } from './part'

const ACTIONS = Object.keys(ACTION_FACTS) as ActionName[]
const SECRETS = ['120116199607210042', NURSE.account, '虞青禾']
const OWNERS_ROWS = ['declarations', 'attachments', 'supplements', 'evaluations', 'messages', 'case_watches'] as const

interface Stage {
  readonly system: System
  readonly owned: Owned
  /** Everybody who may not touch what the owner has. */
  readonly callers: Readonly<Record<string, Citizen | undefined>>
  /** All that is kept of the owner and her case at the provider, as one text. */
  readonly kept: () => Promise<string>
}

/** An owner with something of each kind, and everybody else: nobody, who bound nothing, a stranger, herself as another identity, who left. */
async function makeStage(system: System): Promise<Stage> {
  const owner = new Citizen(system, 'torture-owner')
  await owner.bind(NURSE.account)
  const owned = await makeOwned(owner)
  const stranger = new Citizen(system, 'torture-stranger')
  await stranger.bind('13000000103')
  const left = new Citizen(system, 'torture-left')
  await left.bind(NURSE.account)
  await left.call('account.unbind', { subjectType: 'person' })
  // What she has as a person is not hers while she acts for an enterprise.
  await owner.bind(FREIGHT.account, 'enterprise')
  const callers = {
    nobody: undefined,
    unbound: new Citizen(system, 'torture-unbound'),
    stranger,
    left,
    enterprise: owner,
  }
  const kept = async (): Promise<string> => {
    const all = await Promise.all(OWNERS_ROWS.map((name) => databaseOf(system).rows(name, { openid: owner.openid })))
    const files = await databaseOf(system).rows('attachments', { draftId: owned['draftId']?.[0] })
    return JSON.stringify([all, files, owned['caseNo']?.map((caseNo) => system.provider.office.openCase(caseNo))])
  }
  return { system, owned, callers, kept }
}

const isStored = (id: unknown): boolean => String(id).startsWith('cloud://')

/** The sound input of an action with one or all of its ids replaced by the owner's. */
function foreignInputs(action: ActionName, owned: Owned): readonly object[] {
  const sound: Readonly<Record<string, unknown>> = { ...SOUND_INPUTS[action] }
  const members = ownedMembers(action)
  // A file in our storage and one at the provider have ids of different shapes under the same name.
  const idsOf = (member: string): readonly string[] =>
    (owned[member] ?? []).filter((id) => isStored(id) === isStored(sound[member]))
  const put = (member: string, id: string) => ({ [member]: member.endsWith('Ids') ? [id] : id })
  const single = members.flatMap((member) => idsOf(member).map((id) => ({ ...sound, ...put(member, id) })))
  const first = members.map((member) => put(member, idsOf(member)[0] ?? ''))
  return members.length > 1 ? [...single, Object.assign({}, sound, ...first) as object] : single
}

const nameOf = (answer: Answer): string => JSON.stringify(plainOf(answer))

/** Each call that is not answered as if there were nothing. */
async function tryAction({ system, owned, callers }: Stage, action: ActionName) {
  const failures: string[] = []
  const unknown = ownedMembers(action).filter((member) => owned[member] === undefined)
  failures.push(...unknown.map((member) => `${action}: nobody knows whose ${member} is; say it in foreign-ids.ts`))
  const inputs = foreignInputs(action, owned)
  let calls = 0
  for (const [who, citizen] of Object.entries(callers)) {
    const openid = citizen?.openid ?? ''
    // What names nothing of the owner's is asked by those alone who must be told at the door.
    const tried = inputs.length === 0 && (who === 'nobody' || who === 'unbound') ? [SOUND_INPUTS[action]] : inputs
    const isDoor = who === 'nobody' || ((who === 'unbound' || who === 'left') && !PUBLIC_ACTIONS.includes(action))
    for (const input of tried) {
      calls += 1
      const answer = await askAs(system, openid, action, input)
      const wanted = isDoor
        ? who === 'nobody'
          ? 'FORBIDDEN'
          : 'NOT_BOUND'
        : nameOf(await askAs(system, openid, action, SOUND_INPUTS[action]))
      const got = isDoor ? (answer === 'oversize' || answer.ok ? nameOf(answer) : answer.error.code) : nameOf(answer)
      const problems = [...(got === wanted ? [] : [`${got} instead of ${wanted}`]), ...leaksIn(answer, SECRETS)]
      failures.push(...problems.map((problem) => `${action} by ${who}: ${problem} (${JSON.stringify(input)})`))
    }
  }
  return { calls, failures }
}

/** Every action of the contract by every wrong caller, with the ids of what the owner really has. */
export const ownership: Part = {
  name: 'ownership',
  unit: 'actions',
  target: ACTIONS.length,
  slice: ACTIONS.length,
  bounds: { wrong: { most: 0 }, changed: { most: 0 } },
  async run({ from, count, until, log }) {
    const system = await startSystem({ rateLimits: false })
    try {
      const stage = await makeStage(system)
      const before = await stage.kept()
      const failures: string[] = []
      let [calls, done] = [0, 0]
      for (const action of ACTIONS.slice(from, from + count)) {
        if (Date.now() >= until) break
        const tried = await tryAction(stage, action)
        calls += tried.calls
        failures.push(...tried.failures)
        done += 1
      }
      const changed = (await stage.kept()) === before ? 0 : 1
      log(`${calls} calls of ${done} actions, ${failures.length} wrong`)
      const told = changed ? [...failures, 'something of the owner’s was changed'] : failures
      return { done, figures: { wrong: failures.length, changed, calls }, failures: told }
    } finally {
      await system.close()
    }
  },
}
