import { setTimeout as sleep } from 'node:timers/promises'
import { table } from '../../../cloudfunctions/kernel/cloud'
import { type Claim, claimAfter, ClaimLost, hasEnded, Ledger, UNCLAIMED } from '../../../cloudfunctions/ledger/claim'
import { startSystem, type System } from '../../support/system'
import { databaseOf } from '../support/database'

/** On the real database: a lease is an agreement between machines. */

interface Row {
  readonly _id: string
  readonly claim: number
  readonly leaseUntil: number
  readonly note: string
}

let system: System
beforeAll(async () => {
  system = await startSystem()
  databaseOf(system)
}, 60_000)
afterAll(() => system.close())

// Any collection of deploy/collections.json will do.
const rows = table<Row>('form_schemas')
const QUICK = { now: Date.now, renewMs: 25, leaseMs: 100 }
const ledger = new Ledger(rows, QUICK)
const MINUTE = 60_000

let made = 0
async function free(): Promise<Row> {
  const row = { _id: `claimed-${++made}`, ...UNCLAIMED, note: '' }
  await rows.insert(row)
  return row
}
const stored = async ({ _id }: Row) => {
  const row = await rows.first({ _id })
  if (!row) throw new Error('no row')
  return row
}

async function claimed(row: Row, until = Date.now() + MINUTE): Promise<Claim<Row>> {
  const claim = await ledger.claim(row, {}, {}, { until })
  if (!claim) throw new Error('not claimed')
  return claim
}

test('of any number that read the same row one gets it', async () => {
  const row = await free()
  const until = Date.now() + MINUTE
  const claims = await Promise.all(Array.from({ length: 8 }, () => ledger.claim(row, {}, {}, { until })))
  expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1)
  for (const claim of claims) await claim?.leave()
})

test('as long as its worker lives a row is not free, however long that takes', async () => {
  const claim = await claimed(await free())
  await sleep(4 * QUICK.leaseMs)
  expect(await ledger.claim(await stored(claim.row), {}, {}, { until: Date.now() + MINUTE })).toBeUndefined()
  expect((await ledger.free({ _id: claim.row._id }, 1)).length).toBe(0)
  await claim.release({ note: 'done' })
  expect(await stored(claim.row)).toMatchObject({ note: 'done', leaseUntil: 0 })
})

test('what somebody works on is not removed, nor what has changed; what is free is', async () => {
  const claim = await claimed(await free())
  const { _id } = claim.row
  expect(await ledger.removeFree(_id, {})).toBe(false)
  await claim.release({ note: 'changed' })
  expect(await ledger.removeFree(_id, { note: '' })).toBe(false)
  expect(await stored(claim.row)).toMatchObject({ note: 'changed' })
  expect(await ledger.removeFree(_id, { note: 'changed' })).toBe(true)
  expect(await rows.first({ _id })).toBeUndefined()
})

test('a worker that is over, without a word, keeps nobody budget longer than one lease', async () => {
  const dead = await claimed(await free(), Date.now())
  await sleep(2 * QUICK.leaseMs)
  const next = await ledger.claim(await stored(dead.row), {}, {}, { until: Date.now() + MINUTE })
  expect(next?.row.claim).toBe(dead.row.claim + 1)
  await next?.leave()
})

test('what a late worker writes changes nothing, and it is told so', async () => {
  const late = await claimed(await free(), Date.now())
  await sleep(2 * QUICK.leaseMs)
  const next = await claimed(await stored(late.row))
  await next.release({ note: 'newer' })
  const before = await stored(late.row)
  await expect(late.advance({ note: 'older' })).rejects.toThrow(ClaimLost)
  await expect(late.release({ note: 'older' })).rejects.toThrow(ClaimLost)
  await late.leave()
  expect(await stored(late.row)).toEqual(before)
})

test('a renewal on its way does not outlive the word that ends the lease', async () => {
  for (let round = 0; round < 20; round += 1) {
    const claim = await claimed(await free())
    await sleep(QUICK.renewMs)
    await claim.release({})
    await sleep(2)
    expect((await stored(claim.row)).leaseUntil).toBe(0)
  }
})

test('who repeats exactly the same may join, and then the first one is the late one', async () => {
  const first = await claimed(await free())
  const second = await ledger.claim(first.row, {}, {}, { until: Date.now() + MINUTE, takeOver: true })
  await second?.release({ note: 'second' })
  await expect(first.release({ note: 'first' })).rejects.toThrow(ClaimLost)
  expect((await stored(first.row)).note).toBe('second')
})

test('a row that is not as expected any more is not taken, and not written', async () => {
  const row = await free()
  expect(await ledger.claim(row, { note: 'other' }, {}, { until: Date.now() + MINUTE })).toBeUndefined()
  const claim = await claimed(row)
  await expect(claim.release({ note: 'done' }, { note: 'other' })).rejects.toThrow(ClaimLost)
  expect((await stored(row)).note).toBe('')
  await claim.leave()
  expect(claim.isHeld).toBe(false)
})

test('the lease of a dead worker ends within 12 s', async () => {
  const row = await free()
  const claim = await new Ledger(rows).claim(row, {}, {}, { until: Date.now() })
  const { leaseUntil } = await stored(row)
  expect(leaseUntil - Date.now()).toBeLessThanOrEqual(12_000)
  expect(leaseUntil).toBeGreaterThan(Date.now())
  await claim?.leave()
})

test('a lease is over when its last ms has passed, and the next one is one whole lease long', async () => {
  const row = await free()
  const at = (now: number) => new Ledger(rows, { now: () => now, renewMs: 2_000_000_000, leaseMs: 100 })
  const first = await at(1_000).claim(row, {}, { note: 'first' }, { until: 0 })
  expect(first?.row).toEqual({ ...row, note: 'first', claim: 1, leaseUntil: 1_100 })
  expect(await stored(row)).toMatchObject({ note: 'first', claim: 1, leaseUntil: 1_100 })
  const held = await stored(row)
  expect([await at(1_100).claim(held, {}, {}, { until: 0 }), await at(1_100).free({ _id: row._id }, 1)]).toEqual([
    undefined,
    [],
  ])
  expect(await at(1_101).free({ _id: row._id }, 1)).toMatchObject([{ _id: row._id }])
  expect((await at(1_101).claim(held, {}, {}, { until: 0 }))?.row).toMatchObject({ claim: 2, leaseUntil: 1_201 })
})

test('a step is written down without giving the claim up; resting and leaving name the pause', async () => {
  const at = new Ledger(rows, { now: () => 1_000, renewMs: 2_000_000_000, leaseMs: 100 })
  const claims = async () => {
    const claim = await at.claim(await free(), {}, {}, { until: 0 })
    if (!claim) throw new Error('not claimed')
    return claim
  }
  const lease = async ({ row }: Claim<Row>) => {
    expect(await stored(row)).toMatchObject(row)
    return row.leaseUntil
  }
  const [rested, paused, left, leftLater] = [await claims(), await claims(), await claims(), await claims()]
  await rested.advance({ note: 'a step' })
  expect([rested.isHeld, rested.row.note, await lease(rested)]).toEqual([true, 'a step', 1_100])
  await rested.rest()
  await paused.rest(30)
  await left.leave()
  await leftLater.leave(30)
  const all = [rested, paused, left, leftLater]
  expect(await Promise.all(all.map(lease))).toEqual([1_000, 1_030, 1_000, 1_030])
  expect(all.map(({ isHeld }) => isHeld)).toEqual([false, false, false, false])
  // What was given up is not written again.
  await rows.update({ _id: rested.row._id }, { note: 'another' })
  await rested.leave(50)
  expect(await stored(rested.row)).toMatchObject({ note: 'another', leaseUntil: 1_000 })
})

test('those that rested longest come first; a row that is passed over comes last, unless it was claimed since', async () => {
  const note = 'line'
  for (const leaseUntil of [30, 10, 20]) await rows.insert({ _id: `line-${leaseUntil}`, claim: 0, leaseUntil, note })
  const at = new Ledger(rows, { now: () => 1_000, renewMs: 2_000_000_000, leaseMs: 100 })
  const line = async (limit = 5) => (await at.free({ note }, limit)).map(({ _id }) => _id)
  expect([await line(), await line(2)]).toEqual([
    ['line-10', 'line-20', 'line-30'],
    ['line-10', 'line-20'],
  ])
  const [first, second] = await at.free({ note }, 5)
  if (!first || !second) throw new Error('nothing is free')
  await at.passOver(first)
  expect([await line(), (await stored(first)).leaseUntil]).toEqual([['line-20', 'line-30', 'line-10'], 999])
  const claim = await at.claim(second, {}, {}, { until: 0 })
  await at.passOver(second)
  expect((await stored(second)).leaseUntil).toBe(1_100)
  await claim?.release({})
})

test('a lease is not renewed once its worker is over, nor once it was lost, but after a renewal that failed it is', async () => {
  let now = 1_000
  let renewals = 0
  let fails = false
  const counting = {
    ...rows,
    update: (where: object, fields: object) => {
      renewals += 1
      return fails ? Promise.reject(new Error('no database')) : rows.update(where, fields)
    },
  }
  const at = new Ledger<Row>(counting, { now: () => now, renewMs: 10, leaseMs: 100 })
  const renewed = async () => {
    renewals = 0
    await sleep(60)
    return renewals > 0
  }
  const claim = await at.claim(await free(), {}, {}, { until: 1_050 })
  if (!claim) throw new Error('not claimed')
  now = 1_049
  fails = true
  expect(await renewed()).toBe(true)
  fails = false
  expect([await renewed(), await renewed()]).toEqual([true, true])
  expect((await stored(claim.row)).leaseUntil).toBe(1_149)
  now = 1_050
  await sleep(30)
  expect([await renewed(), (await stored(claim.row)).leaseUntil]).toEqual([false, 1_149])

  const lost = await at.claim(await free(), {}, {}, { until: 5_000 })
  if (!lost) throw new Error('not claimed')
  expect(await renewed()).toBe(true)
  await rows.update({ _id: lost.row._id }, { claim: 9 })
  await sleep(30)
  expect(await renewed()).toBe(false)
})

test('who replaces a row takes a number that nobody has who still works on it', () => {
  const replaced = (claim: number) => ({ _id: 'r', claim, leaseUntil: 7 })
  expect(claimAfter(undefined, 5)).toEqual({ claim: 5, leaseUntil: 0 })
  expect(claimAfter(undefined, 0)).toEqual({ claim: 1, leaseUntil: 0 })
  expect(claimAfter(replaced(9), 5)).toEqual({ claim: 10, leaseUntil: 0 })
  expect(claimAfter(replaced(9), 11)).toEqual({ claim: 11, leaseUntil: 0 })
  expect([hasEnded({ ...replaced(1) }), hasEnded({ ...replaced(1), leaseUntil: 0 })]).toEqual([false, true])
})

test('a lost claim says that nobody knows', () => {
  const lost = new ClaimLost()
  expect(lost).toMatchObject({ code: 'OUTCOME_UNKNOWN', name: 'ClaimLost', message: 'claim was lost' })
})
