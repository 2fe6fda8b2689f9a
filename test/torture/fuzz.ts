import { ACTION_FACTS, type ActionName } from '../../miniprogram/shared/contract/actions'
import { Citizen } from '../cloudfunctions/support/citizen'
import { NURSE } from '../cloudfunctions/support/nurse'
import { askAs, ECHO, leaksIn } from '../cloudfunctions/support/replies'
import { startSystem, type System } from '../support/system'
import { hostileInputs } from './hostile-inputs'
import { inLanes } from './in-lanes'
import type { Part } from './part'

const ACTIONS = Object.keys(ACTION_FACTS) as ActionName[]
const SECRETS = ['120116199607210042', NURSE.account, '虞青禾']
const LANES = 4

/** What is wrong with the answers to some inputs of one action, by a citizen of its own, whose budget is whole. */
async function fuzz(
  system: System,
  action: ActionName,
  { seed, from, count }: { seed: number; from: number; count: number },
) {
  const citizen = new Citizen(system, `fuzz-${action}-${from}`)
  await citizen.bind(NURSE.account)
  const failures: string[] = []
  for (const input of hostileInputs(action, seed + from, count)) {
    const told = JSON.stringify(input).slice(0, 300)
    try {
      const answer = await askAs(system, citizen.openid, action, input)
      const code = answer === 'oversize' || answer.ok ? '' : answer.error.code
      const problems = [...(code === 'INTERNAL' ? ['INTERNAL'] : []), ...leaksIn(answer, SECRETS)]
      failures.push(...problems.map((problem) => `${action} ${told}: ${problem}`))
    } catch (error) {
      failures.push(`${action} ${told}: ${String(error)}`)
    }
  }
  return failures
}

/** Any input to any action: an answer that the contract knows, nothing leaked, nothing that we did not foresee. */
export const fuzzing: Part = {
  name: 'fuzz',
  unit: 'inputs of each action',
  target: 500,
  slice: 50,
  bounds: { wrong: { most: 0 }, logged: { most: 0 } },
  async run({ seed, from, count, until, log }) {
    const system = await startSystem({ rateLimits: false })
    try {
      const failures: string[] = []
      const begun = await inLanes(ACTIONS, { lanes: LANES, until }, async (action) => {
        failures.push(...(await fuzz(system, action, { seed, from, count })))
      })
      const logged = system.log.filter((line) => [...SECRETS, ECHO].some((secret) => line.includes(secret)))
      log(`${begun} of ${ACTIONS.length} actions, ${failures.length} wrong answers`)
      const figures = { wrong: failures.length, logged: logged.length, calls: begun * count }
      return { done: begun === ACTIONS.length ? count : 0, figures, failures: [...failures, ...logged] }
    } finally {
      await system.close()
    }
  },
}
