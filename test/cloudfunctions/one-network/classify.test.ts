import {
  asOpenOutcome,
  classifyBusiness,
  classifyGateway,
  classifyNetwork,
  classifyUnreadable,
} from '../../../cloudfunctions/one-network/classify'
import { toReplyError } from '../../../cloudfunctions/kernel/errors'
import { type Wire } from '../../../cloudfunctions/one-network/wire'

const business = (code: string, data: Wire<'FailData'> = null) =>
  classifyBusiness({ code, message: '原文', requestId: 'req1', data })

test.each([
  ['1001', 'UPSTREAM_REJECTED', false],
  ['1002', 'UPSTREAM_UNAVAILABLE', false],
  ['1004', 'UPSTREAM_REJECTED', false],
  ['2001', 'LOGIN_FAILED', false],
  ['2002', 'ACCOUNT_LOCKED', false],
  ['2003', 'BINDING_EXPIRED', false],
  ['2004', 'NOT_FOUND', false],
  ['3001', 'UPSTREAM_REJECTED', false],
  ['3002', 'NOT_FOUND', false],
  ['3003', 'STATE_CHANGED', false],
  ['3004', 'OUTCOME_UNKNOWN', false],
  ['4001', 'FILE_REFUSED', false],
  ['4005', 'FILE_REFUSED', false],
  ['4999', 'FILE_REFUSED', false],
  ['5001', 'UPSTREAM_UNAVAILABLE', true],
  ['5002', 'UPSTREAM_UNAVAILABLE', true],
  ['5999', 'UPSTREAM_UNAVAILABLE', true],
  ['6001', 'ALREADY_SUBMITTED', false],
  ['6002', 'STATE_CHANGED', false],
  ['6003', 'INVALID_INPUT', false],
  ['6999', 'UPSTREAM_REJECTED', false],
  ['7001', 'UPSTREAM_REJECTED', false],
  ['9999', 'UPSTREAM_REJECTED', false],
  ['constructor', 'UPSTREAM_REJECTED', false],
] as const)('business code %s → %s', (code, expected, transient) => {
  const failure = business(code)
  expect(failure.code).toBe(expected)
  expect(failure.facts.transient).toBe(transient)
})

test('a state refusal of a declaration that is submitted leaves the outcome open: an earlier try arrived', () => {
  expect(business('3003', { currentStatus: '1' }).facts.notPerformed).toBe(false)
  expect(asOpenOutcome(business('3003', { currentStatus: '1' })).code).toBe('OUTCOME_UNKNOWN')
  expect(asOpenOutcome(business('3003', { currentStatus: '2' })).code).toBe('STATE_CHANGED')
})

test('a draft that lapsed at the provider is said to be so, with what to do', () => {
  expect(toReplyError(business('3003', { currentStatus: '2' })).message).toMatch(/30 天.*重新申报/)
  expect(toReplyError(business('3003', { currentStatus: '28' })).message).toBeUndefined()
})

test('the raw text stays reachable, except where it would tell whether an id exists', () => {
  expect(toReplyError(business('9999')).upstream).toEqual({ code: '9999', message: '原文', requestId: 'req1' })
  expect(toReplyError(business('2004'))).toEqual(toReplyError(business('3002')))
})

test('what the provider adds is handed on in the citizen’s words', () => {
  expect(toReplyError(business('2001', { remainTimes: 2 })).message).toContain('再输错 2 次')
  expect(toReplyError(business('2002', { unlockAt: '2026-11-02 10:30:00' })).until).toBe('2026-11-02T10:30:00+08:00')
  expect(toReplyError(business('4002', { maxSizeBytes: 10485760 })).message).toContain('10 MB')
  expect(toReplyError(business('5001', { retryAfterSeconds: 7 }))).toMatchObject({
    retryable: true,
    retryAfterMs: 7000,
  })
  const errors = [{ field: 'applicant.phone', message: '号码不正确' }, { field: 'x', message: '' }, null as never]
  expect(toReplyError(business('3001', { errors })).fields).toEqual([
    { field: 'applicant.phone', message: '号码不正确' },
  ])
})

test.each([
  [401, 'UPSTREAM_UNAVAILABLE', true, false],
  [403, 'UPSTREAM_UNAVAILABLE', true, false],
  [404, 'UPSTREAM_UNAVAILABLE', true, false],
  [413, 'UPSTREAM_REJECTED', true, false],
  [429, 'RATE_LIMITED', true, true],
  [500, 'UPSTREAM_UNAVAILABLE', false, false],
  [502, 'UPSTREAM_UNAVAILABLE', false, true],
  [503, 'UPSTREAM_UNAVAILABLE', true, true],
  [504, 'UPSTREAM_UNAVAILABLE', false, true],
] as const)('HTTP %d → %s, certainly not performed: %s', (status, code, notPerformed, transient) => {
  const failure = classifyGateway(status, undefined)
  expect(failure.code).toBe(code)
  expect(failure.facts).toMatchObject({ notPerformed, transient })
})

test('a refused connection was never sent; a lost answer leaves a submit open', () => {
  expect(asOpenOutcome(classifyNetwork('ECONNREFUSED')).code).toBe('UPSTREAM_UNAVAILABLE')
  expect(asOpenOutcome(classifyNetwork('ECONNRESET')).code).toBe('OUTCOME_UNKNOWN')
  expect(asOpenOutcome(classifyNetwork('TIMEOUT')).code).toBe('OUTCOME_UNKNOWN')
  expect(asOpenOutcome(classifyUnreadable('empty body')).code).toBe('OUTCOME_UNKNOWN')
  expect(asOpenOutcome(business('5001')).code).toBe('OUTCOME_UNKNOWN')
  expect(asOpenOutcome(business('5002')).code).toBe('UPSTREAM_UNAVAILABLE')
})
