import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { attach, NURSE, open, start } from './support/nurse'
import { pdf } from './support/files'

let system: System
beforeAll(async () => {
  system = await startSystem()
}, 60_000)
afterAll(() => system.close())

const MISSING = '0'.repeat(32)

describe('binding', () => {
  test('nothing bound: home opens, personal actions say NOT_BOUND', async () => {
    const visitor = new Citizen(system, 'visitor')
    const home = await visitor.call('home.open', {})
    expect(home).toMatchObject({
      account: { active: null, identities: [] },
      counts: null,
      drafts: { ok: true, value: [] },
    })
    expect(await visitor.code('case.list', { category: 'processing', pageNo: 1 })).toBe('NOT_BOUND')
    expect(await visitor.code('declaration.open', { draftId: MISSING })).toBe('NOT_BOUND')
  })

  test.each([
    ['person', '130 0000 0102'],
    ['person', '\u202d+86 130-0000-0102\u202c'],
    ['person', '１２０１１６１９９６０７２１００４２'],
    ['enterprise', '91120116ma0fxn011b'],
  ] as const)('a number is understood as it is written: %s %s', async (subjectType, account) => {
    const view = await new Citizen(system, 'writes-numbers').call('account.bind', {
      subjectType,
      account,
      password: 'Demo@2026',
    })
    expect(view.active).toBe(subjectType)
  })

  test('a password is never cleaned', async () => {
    const input = { subjectType: 'person' as const, account: NURSE.account, password: ' Demo@2026 ' }
    expect(await new Citizen(system, 'forgetful').code('account.bind', input)).toBe('LOGIN_FAILED')
  })

  test('person and enterprise are both bound, one is active, and each sees only its own', async () => {
    const both = new Citizen(system, 'both')
    await both.bind(NURSE.account)
    const view = await both.bind('xingcha', 'enterprise')
    expect(view.active).toBe('enterprise')
    expect(view.identities.map((identity) => identity.subjectType).sort()).toEqual(['enterprise', 'person'])
    expect(view.identities[0]).toMatchObject({ displayName: '天津星槎速达货运有限公司', agentName: '陆*棠' })
    expect(await both.code('declaration.start', startInput('enterprise-1'))).toBe('FORBIDDEN')

    await both.call('account.switch', { subjectType: 'person' })
    const { draftId } = await start(both)
    await both.call('account.switch', { subjectType: 'enterprise' })
    expect(await both.code('declaration.open', { draftId })).toBe('NOT_FOUND')
    const left = await both.call('account.unbind', { subjectType: 'enterprise' })
    expect(left.active).toBe('person')
    expect((await open(both, draftId)).draftId).toBe(draftId)
  })

  test('binding another account of the same kind replaces the first; its drafts come back with it', async () => {
    const moving = new Citizen(system, 'moving')
    await moving.bind(NURSE.account)
    const { draftId } = await start(moving)
    const view = await moving.bind('13000000103')
    expect(view.identities).toHaveLength(1)
    expect(await moving.code('declaration.open', { draftId })).toBe('NOT_FOUND')
    await moving.bind(NURSE.account)
    expect((await open(moving, draftId)).draftId).toBe(draftId)
  })

  test('the wrong kind of account is refused, and nothing is bound', async () => {
    const mixed = new Citizen(system, 'mixed')
    const input = { subjectType: 'person' as const, account: 'xingcha', password: 'Demo@2026' }
    expect(['LOGIN_FAILED', 'UPSTREAM_REJECTED']).toContain(await mixed.code('account.bind', input))
    expect((await mixed.call('account.get', {})).identities).toEqual([])
  })

  test('nothing personal or secret is stored in the clear or logged', async () => {
    const careful = new Citizen(system, 'careful')
    await careful.bind(NURSE.account)
    await start(careful, 'careful-start')
    await careful.failure('account.bind', { subjectType: 'person', account: NURSE.account, password: 'not-it' })
    await careful.bind(NURSE.account)
    const logged = system.log.join('\n')
    expect(logged).toContain('account.bind')
    for (const secret of ['120116199607210042', '13000000102', 'Demo@2026', '虞青禾', careful.openid, 'ut.', 'rt.']) {
      expect(logged).not.toContain(secret)
    }
  })
})

const startInput = (startKey: string) => ({
  matterId: NURSE.matterId,
  optionIds: [...NURSE.optionIds],
  startKey,
})

describe('ownership', () => {
  let owner: Citizen
  let stranger: Citizen
  let draftId: string
  let attachmentId: string
  let fileId: string
  beforeAll(async () => {
    owner = new Citizen(system, 'owner')
    stranger = new Citizen(system, 'stranger')
    await owner.bind(NURSE.account)
    // The same One-Network user on another phone is another WeChat user.
    await stranger.bind('13000000103')
    ;({ draftId } = await start(owner, 'owner-start'))
    const place = { draftId, materialId: 'CL12011600001406' }
    const attached = await attach(owner, place)
    ;({ attachmentId, fileId } = attached)
  })

  test("another citizen's draft and files answer exactly as missing ones", async () => {
    const { version } = await open(owner, draftId)
    const probes = (draft: string, attachment: string) =>
      Promise.all([
        stranger.failure('declaration.open', { draftId: draft }),
        stranger.failure('declaration.save', { draftId: draft, baseVersion: version, forms: [] }),
        stranger.failure('declaration.review', { draftId: draft }),
        stranger.failure('declaration.submit', { draftId: draft, version }),
        stranger.failure('declaration.outcome', { draftId: draft }),
        stranger.failure('declaration.discard', { draftId: draft }),
        stranger.failure('attachment.begin', { draftId: draft, materialId: 'x', fileName: 'a.pdf', size: 1 }),
        stranger.failure('attachment.remove', { attachmentId: attachment }),
        stranger.failure('attachment.preview', { attachmentId: attachment }),
        stranger.failure('attachment.deliver', { attachmentId: attachment, fileId }),
      ])
    const foreign = await probes(draftId, attachmentId)
    expect(foreign).toEqual(await probes(MISSING, MISSING))
    expect(new Set(foreign.map((error) => error.code))).toEqual(new Set(['NOT_FOUND']))
    expect((await open(owner, draftId)).attachments).toHaveLength(1)
  })

  test("one's own row with another citizen's stored file answers NOT_FOUND", async () => {
    const mine = await start(stranger, 'stranger-start')
    const place = { draftId: mine.draftId, materialId: 'CL12011600001406', fileName: 'a.pdf', size: pdf('x').length }
    const { attachment } = await stranger.call('attachment.begin', place)
    const deliver = { attachmentId: attachment.attachmentId, fileId }
    expect(await stranger.code('attachment.deliver', deliver)).toBe('NOT_FOUND')
  })

  test("another citizen's case answers as a missing one", async () => {
    const cases = await owner.call('case.list', { category: 'processing', pageNo: 1 })
    const caseNo = cases.page.rows[0]?.caseNo ?? ''
    expect(caseNo).not.toBe('')
    const foreign = await stranger.failure('case.open', { caseNo })
    expect(foreign).toEqual(await stranger.failure('case.open', { caseNo: 'BJ20200101000000000001' }))
    expect(foreign.code).toBe('NOT_FOUND')
  })

  test('an openid or user in the event changes nothing', async () => {
    const forged = { openid: owner.openid, OPENID: owner.openid, userInfo: { openId: owner.openid } }
    const event = { action: 'declaration.open', input: { draftId, ...forged }, ...forged }
    expect(await stranger.raw('api', event)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
  })
})

describe('envelope', () => {
  test('unknown actions, malformed and oversized input are refused with a code', async () => {
    const anyone = new Citizen(system, 'anyone')
    const bad = [
      { action: 'account.steal', input: {} },
      { action: 'constructor', input: {} },
      { action: 42 },
      {},
      { action: 'matter.open', input: { matterId: '../x' } },
      { action: 'matter.open', input: null },
      { action: 'attachment.deliver', input: {} },
    ]
    for (const event of bad) {
      expect(await anyone.raw('api', event)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
    }
    for (const event of [{ Type: 'Timer', TriggerName: 'each-minute' }, { job: 'clean-up' }]) {
      const refused = await system.cloud.invoke('scheduler', event, { openid: anyone.openid })
      expect(refused).toMatchObject({ ok: true, result: { ok: false } })
    }
  })

  test('what only an older page sends is answered with the way to the new version; a value out of bounds is not', async () => {
    const anyone = new Citizen(system, 'anyone')
    const messageOf = async (event: object): Promise<string> => {
      const reply = await anyone.raw('api', event)
      return reply.ok ? 'ok' : (reply.error.message ?? '')
    }
    const NEW_VERSION = '小程序有了新版本，这一步要用新版本办理。请退出小程序后重新打开，更新后再继续。'
    expect(await messageOf({ action: 'matter.removed', input: {} })).toBe(NEW_VERSION)
    expect(await messageOf({ action: 'matter.open', input: {} })).toBe(NEW_VERSION)
    expect(await messageOf({ action: 'matter.open', input: { matterId: 14 } })).toBe(NEW_VERSION)
    expect(await messageOf({ action: 'matter.open', input: { matterId: '../x' } })).toBe('')
  })

  test('an oversized call is refused before anything is looked at', async () => {
    const anyone = new Citizen(system, 'anyone')
    const event = { action: 'account.get', input: {}, padding: 'x'.repeat(100 * 1024 + 1) }
    const answer = await system.cloud.invoke('api', event, { openid: anyone.openid })
    if (answer.ok) expect(answer.result).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
    else expect(answer.errMsg).toMatch(/size|large|limit|100/i)
  })

  test('the request id of the page comes back and is logged; a malformed one is replaced', async () => {
    const anyone = new Citizen(system, 'anyone')
    const mine = await anyone.raw('api', { action: 'account.get', input: {}, requestId: 'page-0123456789' })
    expect(mine.requestId).toBe('page-0123456789')
    expect(system.log.some((line) => line.includes('page-0123456789') && line.includes('account.get'))).toBe(true)
    const other = await anyone.raw('api', { action: 'account.get', input: {}, requestId: 'bad id\n{}' })
    expect(other.requestId).toMatch(/^[0-9a-f]{16}$/)
  })
})
