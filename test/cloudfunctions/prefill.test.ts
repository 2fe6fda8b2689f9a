import { type DeclarationForm } from '../../miniprogram/shared/domain/declaration'
import { toBeijingDate } from '../../miniprogram/shared/domain/time'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { FREIGHT } from './support/freight'
import { completeDraft, NURSE, open, start } from './support/nurse'

let system: System
let freight: Citizen
beforeAll(async () => {
  system = await startSystem()
  freight = new Citizen(system, 'freight')
  await freight.bind(FREIGHT.account, 'enterprise')
}, 60_000)
afterAll(() => system.close())
afterEach(() => system.provider.faults.clear())

let starts = 0

/** A new freight draft; what was open before is thrown away. */
async function freshDraft(citizen = freight): Promise<string> {
  const home = await citizen.call('home.open', {})
  for (const { draftId } of home.drafts.ok ? home.drafts.value : [])
    await citizen.call('declaration.discard', { draftId })
  const { matterId, byAgent: optionIds } = FREIGHT
  const input = { matterId, optionIds, startKey: `freight-start-${++starts}` }
  return (await citizen.call('declaration.start', input)).draftId
}

const formOf = (forms: readonly DeclarationForm[], materialId: string = FREIGHT.form): DeclarationForm => {
  const form = forms.find((it) => it.materialId === materialId)
  if (!form) throw new Error('no form')
  return form
}

const fault = (functionNo: number, kind: 'credit-down' | 'down' | 'slow', more: object = {}) =>
  system.provider.faults.set({ match: { functionNo }, kind, ...more })

test('the review shows what was filled in, and carries no offers', async () => {
  const draftId = await freshDraft()
  expect(Object.keys(formOf((await open(freight, draftId)).forms).offers ?? {}).length).toBeGreaterThan(5)
  const { declaration } = await freight.call('declaration.review', { draftId })
  expect(declaration.forms.map((form) => Object.keys(form).sort())).toEqual(
    declaration.forms.map(() => ['answers', 'materialId', 'schema']),
  )
})

test('account, credit service and last filing are offered, each with its day; what nobody can type is there at once', async () => {
  const { forms, facts, today, missingSources } = await open(freight, await freshDraft())
  const { answers, origins, offers } = formOf(forms)
  const credit = { source: 'credit', asOf: today }
  expect(offers).toMatchObject({
    ent_name: { ...credit, value: '天津星槎速达货运有限公司' },
    uscc: { ...credit, value: '91120116MA0FXN011B' },
    ent_type: { ...credit, value: 'llc' },
    legal_person: { ...credit, value: '沈知舟' },
    reg_capital: { ...credit, value: 500 },
    est_date: { ...credit, value: '2021-05-18' },
    legal_person_id: { source: 'account', value: '120116198504020014' },
    agent_name: { source: 'account', value: '陆明棠' },
    biz_address: {
      source: 'previous',
      asOf: toBeijingDate(Date.now() - 97 * 86_400_000),
      value: '天津市滨海高新区虚构一路 18 号 3 层 301',
    },
  })
  expect(answers).toMatchObject({ ent_name: null, uscc: null, apply_type: 'new', agent_role: 'agent' })
  expect(answers.biz_scope_reg).toMatch(/^道路货物运输/)
  expect(origins).toMatchObject({ biz_scope_reg: credit, apply_type: { source: 'situation' } })
  expect(facts.credit).toMatchObject({ ent_name: '天津星槎速达货运有限公司', ent_type: 'llc', reg_capital: '500' })
  expect(facts.creditAsOf).toBe(today)
  expect(missingSources).toEqual([])
})

test('taking is saving: the value keeps its source and its day, until it is changed', async () => {
  const draftId = await freshDraft()
  const save = (baseVersion: number, legal_person: string | null) => {
    const forms = [{ materialId: FREIGHT.form, answers: { legal_person } }]
    return freight.call('declaration.save', { draftId, baseVersion, forms })
  }
  const originOf = async () => formOf((await open(freight, draftId)).forms).origins?.legal_person
  await save(1, '沈知舟')
  expect(await originOf()).toEqual({ source: 'credit', asOf: toBeijingDate(Date.now()) })
  await save(2, '沈知')
  expect(await originOf()).toBeUndefined()
  await save(3, null)
  expect(await originOf()).toBeUndefined()
})

test('a credit service that is down holds nothing up, and can be asked again', async () => {
  fault(10, 'credit-down')
  const draftId = await freshDraft()
  const before = await open(freight, draftId)
  expect(before.missingSources).toEqual(['credit'])
  expect(formOf(before.forms).offers).not.toHaveProperty('ent_name')
  expect(formOf(before.forms).offers).toHaveProperty('biz_address')
  expect(formOf(before.forms).answers.biz_scope_reg).toBeNull()
  expect(before.facts.credit).toMatchObject({ ent_name: null, biz_scope: null })
  expect(before.facts).not.toHaveProperty('creditAsOf')
  expect(await freight.code('declaration.offers', { draftId })).toBe('UPSTREAM_UNAVAILABLE')

  system.provider.faults.clear()
  const { declaration } = await freight.call('declaration.offers', { draftId })
  expect(declaration.missingSources).toEqual([])
  expect(formOf(declaration.forms).offers).toHaveProperty('ent_name')
  expect(formOf(declaration.forms).answers.biz_scope_reg).toMatch(/^道路货物运输/)
  // What nobody can type was filled in: that is a new version, which the next save names.
  expect(declaration.version).toBe(2)
  expect(await open(freight, draftId)).toMatchObject({ version: 2, missingSources: [] })
  expect((await freight.call('declaration.offers', { draftId })).declaration.version).toBe(2)
})

test('asking again changes nothing that was typed, also while it is being saved', async () => {
  fault(10, 'credit-down')
  const draftId = await freshDraft()
  system.provider.faults.clear()
  const typed = {
    draftId,
    baseVersion: 1,
    forms: [{ materialId: FREIGHT.form, answers: { ent_name: '自己写的名字' } }],
  }
  const [saved] = await Promise.all([
    freight.reply('declaration.save', typed),
    freight.reply('declaration.offers', { draftId }),
  ])
  const { forms, missingSources, version } = await open(freight, draftId)
  expect(missingSources).toEqual([])
  expect(formOf(forms).answers.ent_name).toBe(saved.ok ? '自己写的名字' : null)
  expect(version).toBe(saved.ok ? 3 : 2)
})

test('the last filing that does not answer is missing too; a broken line is no failure of the draft', async () => {
  fault(6, 'down')
  const draftId = await freshDraft()
  expect((await open(freight, draftId)).missingSources).toEqual(['previous'])
  system.provider.faults.clear()
  const { declaration } = await freight.call('declaration.offers', { draftId })
  expect(formOf(declaration.forms).offers).toHaveProperty('biz_address')
})

test('nobody but the owner asks, and not after the submit', async () => {
  const draftId = await freshDraft()
  const other = new Citizen(system, 'other')
  await other.bind('91120116MA0FXN022F', 'enterprise')
  expect(await other.code('declaration.offers', { draftId })).toBe('NOT_FOUND')
  await databaseOf(system).update('declarations', { _id: draftId }, { state: 'confirming' })
  expect(await freight.code('declaration.offers', { draftId })).toBe('OUTCOME_UNKNOWN')
  await databaseOf(system).update('declarations', { _id: draftId }, { state: 'draft' })
})

test('a person is offered the last filing of the same form, never the own draft, and nobody asks for credit', async () => {
  const nurse = new Citizen(system, 'nurse')
  await nurse.bind(NURSE.account)
  const filed = await completeDraft(nurse, 'nurse-offers-filed')
  expect(await nurse.call('declaration.submit', filed)).toMatchObject({ state: 'submitted' })
  const { draftId } = await start(nurse, 'nurse-offers-1')
  const declaration = await open(nurse, draftId)
  expect(declaration.missingSources).toEqual([])
  const { answers } = formOf((await open(nurse, filed.draftId)).forms, NURSE.form)
  expect(answers['org_name']).toMatch(/虚构/)
  expect(formOf(declaration.forms, NURSE.form).offers).toMatchObject({
    name: { source: 'account', value: '虞青禾' },
    org_name: { source: 'previous', value: answers['org_name'] },
    org_code: { source: 'previous', value: answers['org_code'] },
  })
  expect(declaration.facts).not.toHaveProperty('creditAsOf')
})

test('what others say is unreadable in the database and absent from the logs', async () => {
  const draftId = await freshDraft()
  const [row] = await databaseOf(system).rows('declarations', { _id: draftId })
  expect(JSON.stringify(row)).not.toMatch(/沈知舟|120116198504020014|虚构一路|道路货物运输（/)
  expect(system.log.join('\n')).not.toMatch(/沈知舟|120116198504020014|虚构一路|91120116MA0FXN011B/)
})
