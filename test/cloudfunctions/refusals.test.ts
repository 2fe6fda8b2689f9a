import { ACTION_FACTS, type ActionName, type FunctionName } from '../../miniprogram/shared/contract/actions'
import { type Reply } from '../../miniprogram/shared/contract/reply'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { attach, NURSE, start } from './support/nurse'
import { type Answer, ECHO, leaksIn, plainOf, PUBLIC_ACTIONS } from './support/replies'
import { NO_ID, SOUND_INPUTS } from './support/sound-inputs'

/** One call that must be refused, made to the deployed functions. */
interface Row {
  readonly action: ActionName
  readonly what: string
  /** A code, or the call whose answer this one must equal. */
  readonly expected: string | { readonly input: unknown }
  /** Where it is sent, when not to the action itself. */
  readonly sentTo?: { readonly functionName?: FunctionName; readonly action?: string }
  readonly input: unknown
  readonly by?: 'nobody' | 'unbound'
}

const ACTIONS = Object.keys(ACTION_FACTS) as ActionName[]
const soundOf = (action: ActionName): Readonly<Record<string, unknown>> => ({ ...SOUND_INPUTS[action] })
/** Its caller is bound no more. */
const LAST = 'data.leave'

function wrong(value: unknown): readonly unknown[] {
  if (typeof value === 'string') return [42, null, true, { $gt: '' }, [ECHO], `${ECHO}\n${'x'.repeat(60_000)}`]
  if (typeof value === 'number') return ['1', null, -1, 1.5, 1e12, { $gt: 0 }, ECHO]
  return [ECHO, 42, null, { length: 1 }, [null], [{ $gt: '' }]]
}

function rowsOf(action: ActionName, foreign: Readonly<Record<string, string>>): readonly Row[] {
  const sound = soundOf(action)
  const extra = { openid: ECHO, userId: ECHO, userInfo: { openId: ECHO }, constructor: ECHO, [ECHO]: 1 }
  const other = ACTION_FACTS[action].on === 'api' ? 'transfer' : 'api'
  const owned = Object.keys(sound).filter((key) => foreign[key] !== undefined)
  const isPublic = PUBLIC_ACTIONS.includes(action)
  return [
    { action, what: 'unknown action', sentTo: { action: `${action}s` }, input: sound, expected: 'INVALID_INPUT' },
    { action, what: `asked of ${other}`, sentTo: { functionName: other }, input: sound, expected: 'INVALID_INPUT' },
    { action, what: 'oversize call', input: { ...sound, padding: 'x'.repeat(101 * 1024) }, expected: 'oversize' },
    { action, what: 'no identity', input: sound, by: 'nobody', expected: 'FORBIDDEN' },
    ...(isPublic
      ? []
      : [{ action, what: 'nothing bound', input: sound, by: 'unbound', expected: 'NOT_BOUND' } as const]),
    { action, what: 'extra members', input: { ...sound, ...extra }, expected: { input: sound } },
    ...[ECHO, 42, null, ...(Object.keys(sound).length ? [[sound]] : [])].map((input) => ({
      action,
      what: `input ${JSON.stringify(input).slice(0, 20)}`,
      input,
      expected: 'INVALID_INPUT',
    })),
    ...owned.map((key) => ({
      action,
      what: `foreign ${key}`,
      input: { ...sound, [key]: foreign[key] },
      expected: { input: sound },
    })),
    ...Object.entries(sound).flatMap(([key, value]) =>
      wrong(value).map((bad) => ({
        action,
        what: `${key} = ${JSON.stringify(bad).slice(0, 20)}`,
        input: { ...sound, [key]: bad },
        expected: 'INVALID_INPUT',
      })),
    ),
  ]
}

let system: System
let stranger: Citizen
let foreign: Readonly<Record<string, string>>
let secrets: readonly string[]
beforeAll(async () => {
  system = await startSystem()
  const owner = new Citizen(system, 'owner')
  stranger = new Citizen(system, 'stranger')
  await Promise.all([owner.bind(NURSE.account), stranger.bind('13000000103')])
  const { draftId } = await start(owner, 'owner-start')
  const { attachmentId } = await attach(owner, { draftId, materialId: 'CL12011600001406' })
  const cases = await owner.call('case.list', { category: 'processing', pageNo: 1 })
  foreign = { draftId, attachmentId, importId: attachmentId, caseNo: cases.page.rows[0]?.caseNo ?? '' }
  secrets = ['120116199607210042', '13000000102', '120104198803160038', '虞青禾', owner.openid, stranger.openid]
}, 60_000)
afterAll(() => system.close())

async function ask({ action, sentTo, by }: Pick<Row, 'action' | 'sentTo' | 'by'>, input: unknown): Promise<Answer> {
  const openid = by === 'nobody' ? '' : by === 'unbound' ? new Citizen(system, 'unbound').openid : stranger.openid
  const functionName = sentTo?.functionName ?? ACTION_FACTS[action].on
  const answer = await system.cloud.invoke(functionName, { action: sentTo?.action ?? action, input }, { openid })
  if (answer.ok) return answer.result as Reply<unknown>
  expect(answer.errMsg).toMatch(/exceed max size/)
  return 'oversize'
}

/** Problems of one answer. */
async function judge(row: Row): Promise<readonly string[]> {
  const { action, what, expected, input } = row
  const answer = await ask(row, input)
  const problems: string[] = []
  const wanted =
    typeof expected === 'string' ? expected : JSON.stringify(plainOf(await ask({ action }, expected.input)))
  const code = answer === 'oversize' ? answer : answer.ok ? 'ok' : answer.error.code
  const got = typeof expected === 'string' ? code : JSON.stringify(plainOf(answer))
  if (got !== wanted) problems.push(`answered ${got} instead of ${wanted}`)
  problems.push(...leaksIn(answer, secrets))
  return problems.map((problem) => `${action}, ${what}: ${problem}`)
}

test('whatever is not a sound call of one’s own is refused with the right code, and nothing leaks', async () => {
  const rows = ACTIONS.flatMap((action) => rowsOf(action, foreign))
  const failures: string[] = []
  const judgeAll = async (queue: Row[]): Promise<void> => {
    const lane = async (): Promise<void> => {
      for (let row = queue.shift(); row; row = queue.shift()) failures.push(...(await judge(row)))
    }
    await Promise.all([lane(), lane(), lane()])
  }
  await judgeAll(rows.filter(({ action }) => action !== LAST))
  await judgeAll(rows.filter(({ action }) => action === LAST))
  process.stdout.write(`refusals: ${rows.length} rows, ${ACTIONS.length} actions\n`)
  expect(failures).toEqual([])
  expect(rows.length).toBeGreaterThan(ACTIONS.length * 10)
  expect(foreign.draftId).not.toBe(NO_ID)
  const logged = system.log.join('\n')
  for (const secret of [...secrets, ECHO]) expect(logged).not.toContain(secret)
}, 300_000)
