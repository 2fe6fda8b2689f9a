import { setTimeout as sleep } from 'node:timers/promises'
import { table } from '../../../cloudfunctions/kernel/cloud'
import { type Claim, ClaimLost, Ledger, UNCLAIMED } from '../../../cloudfunctions/ledger/claim'
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

test('a worker that is over, without a word, keeps nobody waiting longer than one lease', async () => {
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
