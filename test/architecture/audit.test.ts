import { ACTION_FACTS, type ActionName } from '../../miniprogram/shared/contract/actions'
import { type ActionFacts } from '../../miniprogram/shared/contract/actions/facts'
import { auditKeys } from '../../cloudfunctions/domain/audit/keys'
import { auditObject } from '../../cloudfunctions/domain/audit/objects'
import { SOUND_INPUTS } from '../cloudfunctions/support/sound-inputs'

/** The compiler asks each action for its audit class; here it is asked whether that can be true. */

const KEYS = auditKeys(Buffer.alloc(32, 7).toString('base64'))
const facts = Object.entries(ACTION_FACTS) as [ActionName, ActionFacts][]

test('what only reads changes nothing; what may not simply be repeated is a change', () => {
  const changes = facts.flatMap(([name, { audit }]) => (audit === 'change' ? [name] : []))
  const repeated = facts.flatMap(([name, { repeat }]) => (repeat === 'read' ? [] : [name]))
  // Fetches a copy for an hour: nothing that anybody decides.
  expect(changes).toEqual(repeated.filter((name) => name !== 'archive.fetch'))
})

test('nothing personal is answered without a row but the masked account beside the catalogue', () => {
  const unwritten = facts.flatMap(([name, { audit }]) => (audit === 'nothing' ? [name] : []))
  expect(unwritten.length).toBeGreaterThan(4)
  expect(unwritten.filter((name) => !name.startsWith('matter.'))).toEqual([])
})

test('every object is an id of ours, or has a pseudonym', () => {
  const named = facts.flatMap(([name, { objects = [] }]) => objects.map((member) => [name, member] as const))
  expect(named.length).toBeGreaterThan(40)
  for (const [name, member] of named) {
    const value = (SOUND_INPUTS[name] as Readonly<Record<string, unknown>>)[member]
    const object = auditObject(KEYS, member, value)
    expect([name, object]).toEqual([name, expect.stringMatching(/^\w+(:|#)[\w.-]+$/)])
    if (!/^[0-9a-f]{32}$|^SX|^person|^enterprise|^messages$|^sensitive$/.test(String(value)))
      expect(object).not.toContain(value)
  }
  expect(auditObject(KEYS, 'phoneNo', '13000000102')).toBeUndefined()
})
