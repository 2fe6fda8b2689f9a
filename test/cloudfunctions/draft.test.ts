import { type Answers } from '../../miniprogram/shared/form/answers'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { databaseOf } from './support/database'
import { NURSE, open, start } from './support/nurse'

let system: System
let nurse: Citizen
beforeAll(async () => {
  system = await startSystem()
  nurse = new Citizen(system, 'drafts')
  await nurse.bind(NURSE.account)
}, 60_000)
afterAll(() => system.close())
afterEach(() => system.provider.faults.clear())

const save = (draftId: string, baseVersion: number, answers: Answers) => ({
  draftId,
  baseVersion,
  forms: [{ materialId: NURSE.form, answers }],
})

/** Answers of the nurse form as stored. */
async function answersOf(draftId: string): Promise<Answers> {
  const form = (await open(nurse, draftId)).forms.find((candidate) => candidate.materialId === NURSE.form)
  return form?.answers ?? {}
}

/** A draft of its own, whatever other tests left open. */
async function freshDraft(startKey: string): Promise<string> {
  const home = await nurse.call('home.open', {})
  for (const draft of home.drafts.ok ? home.drafts.value : []) {
    await nurse.call('declaration.discard', { draftId: draft.draftId })
  }
  return (await start(nurse, `key-of-${startKey}`)).draftId
}

describe('starting', () => {
  test('the situation and today are filled in at once; what the account says is offered; each says where it is from', async () => {
    const declaration = await open(nurse, await freshDraft('prefill-1'))
    const [form] = declaration.forms
    expect(form?.answers).toMatchObject({ reg_type: 'first', agent_role: 'self', name: null, sex: null, birth: null })
    expect(form?.answers.sign_date).toBe(declaration.today)
    expect(form?.answers.applicant_sign).toBeNull()
    expect(form?.origins).toMatchObject({ reg_type: { source: 'situation' }, sign_date: { source: 'system' } })
    expect(form?.origins).not.toHaveProperty('name')
    expect(form?.offers).toMatchObject({
      name: { value: '虞青禾', source: 'account' },
      sex: { value: 'f', source: 'account' },
      birth: { value: '1996-07-21', source: 'account' },
    })
    expect(declaration.facts.situation).toMatchObject({ reg_type: ['first'], exam_over3: ['no'], apply_by: ['self'] })
    expect(declaration.facts.materialKeys.CL12011600001405).toBe('health')
    expect(declaration).toMatchObject({ state: 'draft', version: 1, attachments: [] })
  })

  test('the letter of authorization names the principal, and the matter, which nobody can type', async () => {
    await freshDraft('letter-0')
    const byOrganization = ['QX120116000014A01', 'QX120116000014B01', 'QX120116000014D02']
    const input = { matterId: NURSE.matterId, optionIds: byOrganization, startKey: 'key-of-letter-1' }
    const { draftId } = await nurse.call('declaration.start', input)
    const letter = (await open(nurse, draftId)).forms.find(({ materialId }) => materialId === 'CL12011600001413')
    expect(letter?.answers).toMatchObject({ matter_name: '护士执业注册许可' })
    expect(letter?.offers).toMatchObject({ principal: { value: '虞青禾', source: 'account' } })
    expect(letter?.origins).toMatchObject({ matter_name: { source: 'system' } })
  })

  test('the same start key, and another tap, find the same draft', async () => {
    const draftId = await freshDraft('same-key-1')
    expect((await start(nurse, 'key-of-same-key-1')).draftId).toBe(draftId)
    expect((await start(nurse, 'other-key-1')).draftId).toBe(draftId)
    const drafts = (await nurse.call('matter.open', { matterId: NURSE.matterId })).drafts
    expect(drafts.map((draft) => draft.draftId)).toEqual([draftId])
  })

  test('five starts at the same moment open one draft', async () => {
    const discard = await freshDraft('parallel-0')
    await nurse.call('declaration.discard', { draftId: discard })
    const started = await Promise.all(Array.from({ length: 5 }, (_, n) => start(nurse, `parallel-${n + 1}`)))
    expect(new Set(started.map((it) => it.draftId)).size).toBe(1)
    expect(await databaseOf(system).rows('declarations', { openid: nurse.openid, state: 'draft' })).toHaveLength(1)
  })

  test('an open question, a foreign option or a matter without a form is refused', async () => {
    const { matterId } = NURSE
    const [first] = NURSE.optionIds
    const open = await nurse.failure('declaration.start', { matterId, optionIds: [first], startKey: 'incomplete' })
    expect(open.code).toBe('INVALID_INPUT')
    expect(open.fields?.[0]?.field).toBe('QX120116000014B')
    expect(await nurse.code('matter.checklist', { matterId, optionIds: ['QX120116000001A01'] })).toBe('INVALID_INPUT')
    const unknown = { matterId: 'SX999999999999', optionIds: [], startKey: 'unknown-1' }
    expect(await nurse.code('declaration.start', unknown)).toBe('NOT_FOUND')
  })

  test('a refused opening leaves nothing behind; a lost answer is repeated under the same number', async () => {
    const discard = await freshDraft('before-refusal')
    await nurse.call('declaration.discard', { draftId: discard })
    system.provider.faults.set({ match: { functionNo: 16 }, kind: 'unknown-code', times: 1 })
    const input = { matterId: NURSE.matterId, optionIds: [...NURSE.optionIds], startKey: 'refused-1' }
    expect(await nurse.code('declaration.start', input)).toBe('UPSTREAM_REJECTED')
    expect(await databaseOf(system).rows('declarations', { openid: nurse.openid, state: 'draft' })).toEqual([])

    system.provider.faults.set({ match: { functionNo: 16 }, kind: 'html', status: 200, times: 1 })
    expect(await nurse.code('declaration.start', input)).toBe('UPSTREAM_UNAVAILABLE')
    const { draftId } = await nurse.call('declaration.start', input)
    expect((await open(nurse, draftId)).state).toBe('draft')
    expect(await databaseOf(system).rows('declarations', { openid: nurse.openid, state: 'draft' })).toHaveLength(1)
  })
})

describe('saving', () => {
  test('a patch changes only its fields, and its version grows by one', async () => {
    const draftId = await freshDraft('patch-1')
    const first = await nurse.call('declaration.save', save(draftId, 1, { school: '虚构护理职业学院', nation: '汉族' }))
    expect(first.version).toBe(2)
    await nurse.call('declaration.save', save(draftId, 2, { school: null }))
    expect(await answersOf(draftId)).toMatchObject({ school: null, nation: '汉族', reg_type: 'first' })
  })

  test('a value that was taken keeps its source until it is changed', async () => {
    const draftId = await freshDraft('origins-1')
    const originsOf = async () => (await open(nurse, draftId)).forms[0]?.origins
    await nurse.call(
      'declaration.save',
      save(draftId, 1, { name: '虞青禾', home_addr: '天津市滨海高新区虚构九路 1 号' }),
    )
    expect(await originsOf()).toMatchObject({ name: { source: 'account' } })
    expect(await originsOf()).not.toHaveProperty('home_addr')
    await nurse.call('declaration.save', save(draftId, 2, { name: '虞青', sex: 'm' }))
    expect(await originsOf()).not.toHaveProperty('name')
    expect(await originsOf()).not.toHaveProperty('sex')
  })

  test('a stale patch changes nothing and names the current version', async () => {
    const draftId = await freshDraft('stale-1')
    await nurse.call('declaration.save', save(draftId, 1, { school: '甲校' }))
    const failure = await nurse.failure('declaration.save', save(draftId, 1, { school: '乙校' }))
    expect(failure).toMatchObject({ code: 'CONFLICT', fields: [{ field: 'baseVersion', message: '最新版本是 2' }] })
    expect((await answersOf(draftId)).school).toBe('甲校')
  })

  test('of patches sent at the same moment exactly one wins', async () => {
    const draftId = await freshDraft('race-1')
    const replies = await Promise.all(
      ['甲', '乙', '丙', '丁'].map((school) =>
        nurse.reply('declaration.save', save(draftId, 1, { school: `${school}校` })),
      ),
    )
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1)
    expect(replies.flatMap((reply) => (reply.ok ? [] : reply.error.code))).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT'])
    expect((await open(nurse, draftId)).version).toBe(2)
  })

  test('hostile text comes back as it can be seen, and touches nothing else', async () => {
    const draftId = await freshDraft('hostile-1')
    const hostile = '<script>alert(1)</script>{{a}}${b}\'"; drop table x; -- 🧑‍⚕️ \u202e $where ..\\..'
    // Marks without a shape go, as they do in the page: nobody can see them.
    const kept = hostile.replace(/\u200d|\ufe0f|\u202e/g, '')
    const row = {
      period: { begin: '2010-09-01', end: '2013-06-30' },
      org: hostile,
      post: '$set',
      witness: '{"$gt":""}',
    }
    await nurse.call('declaration.save', save(draftId, 1, { school: hostile, resume: [row] }))
    const answers = await answersOf(draftId)
    expect(answers.school).toBe(kept)
    expect(answers.resume).toMatchObject([{ org: kept, post: '$set', witness: '{"$gt":""}' }])
    expect(await databaseOf(system).rows('declarations', { _id: draftId })).toHaveLength(1)
  })

  test('wrong types, unknown fields and prototype keys are refused as a whole', async () => {
    const draftId = await freshDraft('types-1')
    const patches: Answers[] = [
      { school_years: 'drei' },
      { no_such_field: 'x' },
      { resume: '不是表格' },
      { 'a.b': 'x' },
    ]
    for (const answers of patches) {
      expect(await nurse.code('declaration.save', save(draftId, 1, { school: '甲校', ...answers }))).toBe(
        'INVALID_INPUT',
      )
    }
    const proto = {
      draftId,
      baseVersion: 1,
      forms: [{ materialId: NURSE.form, answers: JSON.parse('{"__proto__":{"x":"y"}}') as Answers }],
    }
    // The key is dropped, so this is a patch of nothing.
    expect(await nurse.call('declaration.save', proto)).toMatchObject({ version: 2 })
    const unknownForm = { draftId, baseVersion: 2, forms: [{ materialId: 'CL99999999999999', answers: {} }] }
    expect(await nurse.code('declaration.save', unknownForm)).toBe('INVALID_INPUT')
    expect((await answersOf(draftId)).school).toBeNull()
  })

  test('100 KB of unknown fields are answered with a few names of them, and nothing that was typed', async () => {
    const draftId = await freshDraft('many-unknown')
    const unknown = Object.fromEntries(Array.from({ length: 4_000 }, (_, n) => [`field_${n}`, 'typed']))
    const failure = await nurse.failure('declaration.save', save(draftId, 1, unknown))
    expect(failure).toMatchObject({ code: 'INVALID_INPUT' })
    // The page leaves out what is named, and saves the rest.
    expect(failure.fields).toHaveLength(50)
    expect(JSON.stringify(failure).length).toBeLessThan(8_000)
    expect(JSON.stringify(failure)).not.toContain('typed')
    const keys = { [`${'k'.repeat(90_000)}`]: 'typed', '王小明 13000000999': 'typed' }
    const odd = JSON.stringify(await nurse.failure('declaration.save', save(draftId, 1, keys)))
    expect(odd.length).toBeLessThan(1_000)
    expect(odd).not.toMatch(/kkk|王小明|13000000999|typed/)
  })

  test('answers are unreadable in the database', async () => {
    const draftId = await freshDraft('sealed-1')
    await nurse.call('declaration.save', save(draftId, 1, { school: '独一无二学院' }))
    const [row] = await databaseOf(system).rows('declarations', { _id: draftId })
    expect(JSON.stringify(row)).not.toMatch(/独一无二学院|120116199607210042|虞青禾/)
  })
})

test('a discarded draft is gone', async () => {
  const draftId = await freshDraft('discard-1')
  await nurse.call('declaration.discard', { draftId })
  expect(await nurse.code('declaration.open', { draftId })).toBe('NOT_FOUND')
  expect((await start(nurse, 'discard-2')).draftId).not.toBe(draftId)
})

test('a draft opens when the provider is down', async () => {
  const draftId = await freshDraft('down-1')
  system.provider.faults.set({ match: {}, kind: 'down' })
  expect((await open(nurse, draftId)).draftId).toBe(draftId)
})
