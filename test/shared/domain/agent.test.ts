import {
  agentName,
  agentProblems,
  askedForms,
  declaredAgent,
  letterField,
} from '../../../miniprogram/shared/domain/agent'

const AGENT = { name: '陆明棠', idNo: '120104199308150021', phone: '13000000118' }
const form = (role: string, more: object = {}) => ({
  materialId: 'FORM',
  answers: { agent_role: role, agent_name: AGENT.name, agent_id: AGENT.idNo, agent_phone: AGENT.phone, ...more },
})
const letter = (more: object = {}) => ({
  materialId: 'LETTER',
  answers: { trustee: AGENT.name, trustee_id: AGENT.idNo, trustee_phone: AGENT.phone, ...more },
})

test('the agent is the form’s; in person there is none, however the fields are filled', () => {
  expect(declaredAgent([form('agent'), letter({ trustee: '温叙白' })])).toEqual(AGENT)
  expect(declaredAgent([form('self')])).toBeNull()
  expect(declaredAgent([form('agent', { agent_phone: null })])).toBeNull()
})

test('a form without agent leaves it to the letter', () => {
  const plain = { materialId: 'FORM', answers: { agent_role: 'org' } }
  expect(declaredAgent([plain, letter()])).toEqual(AGENT)
  expect(agentName([plain, letter({ trustee: '温' })])).toBe('温')
  expect(declaredAgent([plain])).toBeNull()
  expect(agentName([plain])).toBe('')
})

test('which field of the letter asks the same', () => {
  const forms = [form('agent'), letter()]
  expect(letterField(forms, 'FORM', 'agent_id')).toEqual({ materialId: 'LETTER', fieldId: 'trustee_id' })
  expect(letterField(forms, 'FORM', 'agent_email')).toBeNull()
  expect(letterField([form('self'), letter()], 'FORM', 'agent_id')).toBeNull()
})

test('only filled places can differ', () => {
  expect(agentProblems([form('agent'), letter()])).toEqual({})
  expect(agentProblems([form('agent'), letter({ trustee: null })])).toEqual({})
  expect(Object.keys(agentProblems([form('agent'), letter({ trustee_phone: '13000000119' })]))).toEqual([
    'FORM',
    'LETTER',
  ])
})

test('a letter that no situation decides about is asked for only when somebody else acts', () => {
  const optional = [{ materialId: 'LETTER', necessity: 'optional' as const }]
  const required = [{ materialId: 'LETTER', necessity: 'required' as const }]
  const asked = (role: string, materials: typeof optional | typeof required) =>
    askedForms([form(role), letter({ trustee: null })], materials).map(({ materialId }) => materialId)
  expect(asked('self', optional)).toEqual(['FORM'])
  expect(asked('agent', optional)).toEqual(['FORM', 'LETTER'])
  expect(asked('self', required)).toEqual(['FORM', 'LETTER'])
})
