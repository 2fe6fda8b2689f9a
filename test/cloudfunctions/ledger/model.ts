import fc from 'fast-check'
import { ALL_SENDINGS, type Weather } from './weather'
import { CONTENT, LEASE_MS, World } from './world'

/** Nothing of the real world is predicted: what must hold holds after every step, and at the end everything comes to rest. */
type Step = fc.AsyncCommand<object, World>

const mostly = (percent: number): fc.Arbitrary<boolean> => fc.nat(99).map((n) => n < percent)
const weather: fc.Arbitrary<Weather> = fc.record({
  send: fc.constantFrom(...ALL_SENDINGS),
  answers: mostly(75),
  readable: mostly(80),
  dies: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 7 }) }),
  hurried: mostly(15),
})
const HEALTHY: Weather = { send: 'taken', answers: true, readable: true, dies: 0, hurried: false }

/** What a citizen is told when nothing was taken and nothing is open. */
const REFUSALS = ['UPSTREAM_REJECTED', 'STATE_CHANGED', 'UPSTREAM_UNAVAILABLE']

async function mustHold(world: World): Promise<void> {
  const row = await world.row()
  const facts = { state: row.state, provider: world.providerHas, surprised: world.surprised }
  // Never called submitted when it is not; never a draft when the provider has it, unless it came out of the blue.
  if (row.state === 'submitted') expect(facts).toMatchObject({ provider: true })
  if (row.state === 'open' && !world.surprised && !world.isAnyoneHeld) expect(facts).toMatchObject({ provider: false })
  expect(world.sent.filter((one) => one.requestNo !== row.requestNo || one.content !== CONTENT)).toEqual([])
  expect(world.claims.length).toBe(new Set(world.claims).size)
  expect([...world.logins].filter((login) => login !== row.userId)).toEqual([])
}

function step(name: string, run: (world: World) => Promise<unknown>): Step {
  return {
    check: () => true,
    run: async (_model, world) => {
      await run(world)
      await mustHold(world)
    },
    toString: () => name,
  }
}

/** A refusal is only told when it is one. */
async function told(world: World, telling: () => Promise<string>): Promise<void> {
  const said = await telling()
  if (!REFUSALS.includes(said)) return
  const { state } = await world.row()
  expect([said, world.providerHas && !world.surprised, state]).toEqual([said, false, 'open'])
}

/** And never when the provider refuses because it has it, and could have been asked. */
async function submitted(world: World, w: Weather): Promise<void> {
  const mustKnow = world.providerHas && w.send === 'state' && w.answers && !w.hurried && w.dies === 0
  await told(world, async () => {
    const said = await world.submit(w)
    if (mustKnow) expect(REFUSALS).not.toContain(said)
    return said
  })
}

/** Asking never sends what the provider says it has. */
async function asked(world: World, { answers }: Weather, asking: () => Promise<unknown>): Promise<void> {
  const [had, before] = [world.providerHas, world.sent.length]
  await asking()
  if (had && answers) expect(world.sent.length).toBe(before)
}

const ofWeather = (name: string, run: (world: World, w: Weather) => Promise<unknown>): fc.Arbitrary<Step> =>
  weather.map((w) => step(`${name}(${JSON.stringify(w)})`, (world) => run(world, w)))

const STEPS: readonly fc.Arbitrary<Step>[] = [
  ofWeather('submit', (world, w) => submitted(world, w)),
  ofWeather('submitHeld', (world, w) => world.submitHeld(w)),
  ofWeather('ask', (world, w) => asked(world, w, () => told(world, () => world.ask(w)))),
  ofWeather('timer', (world, w) => asked(world, w, () => world.timer(w))),
  ofWeather('twoTimers', (world, w) => asked(world, w, () => Promise.all([world.timer(w), world.timer(w)]))),
  ofWeather('taps', (world, w) => Promise.all([world.submit(w), world.ask(w), world.submit(w)])),
  fc
    .constantFrom(1_000, 3_000, LEASE_MS + 1)
    .map((ms) => step(`wait(${ms})`, (world) => Promise.resolve((world.now += ms)))),
  fc.constantFrom('U-owner', 'U-other').map((user) => step(`bind(${user})`, (world) => world.bind(user))),
  ofWeather('overtaken', async (world, w) => {
    await world.submitHeld(w)
    world.now += LEASE_MS + 1
    await world.ask(HEALTHY)
    const before = await world.row()
    await world.resume()
    // Who comes late changes nothing.
    if (before.state === 'submitted') expect(await world.row()).toEqual(before)
  }),
  ofWeather('readLongAgo', async (world, w) => {
    const read = await world.row()
    await world.ask(w)
    world.now += LEASE_MS + 1
    await world.ask(w, read)
  }),
  ofWeather('somebodyElse', async (world, w) => {
    await world.submit(w)
    await world.bind('U-other')
    world.now += LEASE_MS + 1
    await world.timer(HEALTHY)
  }),
  ofWeather('takenUnheard', async (world, w) => {
    await world.submit({ ...w, send: 'unanswered', hurried: true })
    world.now += LEASE_MS + 1
    await asked(world, w, () => world.ask(w))
  }),
  ofWeather('lateOverload', async (world, w) => {
    await world.submit({ ...w, send: 'late' })
    world.now += LEASE_MS + 1
    await told(world, () => world.ask({ ...HEALTHY, send: 'unavailable' }))
    await world.arrive()
  }),
  ofWeather('outOfTheBlue', async (world, w) => {
    await world.submit({ ...HEALTHY, send: 'late' })
    world.now += LEASE_MS + 1
    await world.ask({ ...HEALTHY, send: 'refused' })
    await world.arrive()
    await submitted(world, { ...w, send: 'state' })
  }),
  fc.constant(step('arrive', (world) => world.arrive())),
  fc.constant(step('resume', (world) => world.resume())),
]

let worlds = 0

/** Drives the ledger through `runs` sequences of steps. @param maxSteps of one sequence */
export async function driveLedger(runs: number, maxSteps: number, seed?: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.commands([...STEPS], { maxCommands: maxSteps }), async (steps) => {
      const world = await World.begin(`model-${++worlds}`)
      await fc.asyncModelRun(() => ({ model: {}, real: world }), steps)
      await comesToRest(world)
    }),
    { numRuns: runs, ...(seed === undefined ? {} : { seed }) },
  )
}

/** The owner is back, the provider answers, leases run out: nothing stays 结果确认中. */
async function comesToRest(world: World): Promise<void> {
  await world.bind('U-owner')
  await world.resume()
  await world.arrive()
  for (let turn = 0; turn < 2; turn += 1) {
    world.now += LEASE_MS + 1
    await world.timer(HEALTHY)
  }
  const { state } = await world.row()
  expect(state).not.toBe('confirming')
  await mustHold(world)
}
