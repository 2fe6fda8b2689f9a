import type { Declaration } from '../../miniprogram/shared/domain/declaration'
import { visibleForm } from '../../miniprogram/shared/form'
import { startSystem, type System } from '../support/system'
import { Citizen } from './support/citizen'
import { FREIGHT } from './support/freight'
import { open } from './support/nurse'

let system: System
let company: Citizen
let key = 0
beforeAll(async () => {
  system = await startSystem()
  company = new Citizen(system, 'agents')
  await company.bind(FREIGHT.account, 'enterprise')
}, 60_000)
afterAll(() => system.close())

async function newDraft(optionIds: readonly string[]): Promise<Declaration> {
  const home = await company.call('home.open', {})
  for (const { draftId } of home.drafts.ok ? home.drafts.value : []) {
    await company.call('declaration.discard', { draftId })
  }
  const input = { matterId: FREIGHT.matterId, optionIds: [...optionIds], startKey: `agents-${++key}` }
  return open(company, (await company.call('declaration.start', input)).draftId)
}

const answersOf = (declaration: Declaration, materialId: string) =>
  declaration.forms.find((form) => form.materialId === materialId)?.answers

/** Saves the agent of the declaration form; resolves with the new version. */
async function name(draftId: string, version: number, agent: { name: string; idNo: string; phone: string }) {
  const answers = { agent_name: agent.name, agent_id: agent.idNo, agent_phone: agent.phone }
  const forms = [{ materialId: FREIGHT.form, answers }]
  return (await company.call('declaration.save', { draftId, baseVersion: version, forms })).version
}

/** Fields of the agent that the declaration form asks. */
const askedOf = ({ forms, facts, today }: Declaration): readonly string[] =>
  forms.flatMap(({ materialId, schema, answers }) => {
    if (materialId !== FREIGHT.form) return []
    const context = { ...facts, form: answers, today, attachments: {} }
    return [...visibleForm(schema, context).ids].filter((id) => id.startsWith('agent_'))
  })

test('who acts follows the situation: the legal representative is named already, an agent is asked and offered', async () => {
  const offersOf = (declaration: Declaration) =>
    declaration.forms.find(({ materialId }) => materialId === FREIGHT.form)?.offers
  const inPerson = await newDraft(FREIGHT.inPerson)
  expect(answersOf(inPerson, FREIGHT.form)).toMatchObject({ agent_role: 'self' })
  expect(answersOf(inPerson, FREIGHT.letter)).toBeUndefined()
  expect(askedOf(inPerson)).toEqual(['agent_role', 'agent_phone', 'agent_email'])
  const byAgent = await newDraft(FREIGHT.byAgent)
  expect(answersOf(byAgent, FREIGHT.form)).toMatchObject({ agent_role: 'agent' })
  const whole = ['agent_role', 'agent_name', 'agent_id_type', 'agent_id', 'agent_phone', 'agent_email']
  expect(askedOf(byAgent)).toEqual(whole)
  expect(offersOf(byAgent)).toMatchObject({ agent_name: { value: FREIGHT.agent.name } })
})

test('from in person to an agent: the new letter names whom the form names', async () => {
  const { draftId, version } = await newDraft(FREIGHT.inPerson)
  const saved = await name(draftId, version, FREIGHT.agent)
  const optionIds = [...FREIGHT.byAgent]
  const { change } = await company.call('declaration.previewSituation', { draftId, optionIds })
  expect(change.changed.map(({ label, before, text }) => [label, before, text])).toEqual([
    ['经办人身份', '法定代表人/负责人/本人', '委托代理人'],
  ])
  await company.call('declaration.changeSituation', { draftId, version: saved, optionIds })
  const changed = await open(company, draftId)
  expect(answersOf(changed, FREIGHT.form)).toMatchObject({ agent_role: 'agent', agent_name: FREIGHT.agent.name })
  expect(answersOf(changed, FREIGHT.letter)).toMatchObject({
    trustee: FREIGHT.agent.name,
    trustee_id: FREIGHT.agent.idNo,
    trustee_phone: FREIGHT.agent.phone,
  })
})

test('an agent that was typed stays when the situation changes', async () => {
  const { draftId, version } = await newDraft(FREIGHT.byAgent)
  const saved = await name(draftId, version, { ...FREIGHT.agent, name: '温叙白' })
  await company.call('declaration.changeSituation', { draftId, version: saved, optionIds: [...FREIGHT.inPerson] })
  expect(answersOf(await open(company, draftId), FREIGHT.form)).toMatchObject({ agent_name: '温叙白' })
})

test('form and letter that name different agents are warned of at both places', async () => {
  const { draftId, version } = await newDraft(FREIGHT.byAgent)
  const saved = await name(draftId, version, FREIGHT.agent)
  const forms = [{ materialId: FREIGHT.letter, answers: { trustee: '温叙白' } }]
  await company.call('declaration.save', { draftId, baseVersion: saved, forms })
  const { problems } = await company.call('declaration.review', { draftId })
  const warned = (materialId: string) =>
    problems[materialId]?.filter(({ code }) => code === 'agent-differs').map(({ field, severity }) => [field, severity])
  expect(warned(FREIGHT.form)).toEqual([['agent_name', 'warning']])
  expect(warned(FREIGHT.letter)).toEqual([['trustee', 'warning']])
})
