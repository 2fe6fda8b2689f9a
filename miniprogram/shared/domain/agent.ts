import type { Answers, AnswerValue } from '../form/answers'
import type { Problem } from '../form/problem'
import type { Material } from './matter'

/** Who acts for the applicant (经办人), as the contract's #4 wants it. */
export interface Agent {
  readonly name: string
  readonly idNo: string
  readonly phone: string
}

/** Fields of one kind of form that name the agent. */
type Places = Readonly<Record<keyof Agent | 'idType', string>>

/** Every declaration form of an enterprise matter has these; all but the phone are asked only when `agent_role` is `agent`. */
const IN_FORM: Places = { name: 'agent_name', idType: 'agent_id_type', idNo: 'agent_id', phone: 'agent_phone' }
/** 授权委托书: the 受托人. */
const IN_LETTER: Places = { name: 'trustee', idType: 'trustee_id_type', idNo: 'trustee_id', phone: 'trustee_phone' }

const PARTS: readonly (keyof Agent)[] = ['name', 'idNo', 'phone']
/** What both forms ask: of which document the number is, too. */
const ASKED = ['name', 'idType', 'idNo', 'phone'] as const

/** A form of a declaration, as far as its agent is concerned. */
export interface AgentForm {
  readonly materialId: string
  readonly answers: Answers
}

const has = (places: Places) => (form: AgentForm) => places.phone in form.answers

/** The declaration form, when somebody else than the applicant or its legal representative acts, and the letter. */
function placesOf(forms: readonly AgentForm[]): { readonly form?: AgentForm; readonly letter?: AgentForm } {
  const form = forms.find((it) => has(IN_FORM)(it) && it.answers['agent_role'] === 'agent')
  const letter = forms.find(has(IN_LETTER))
  return { ...(form && { form }), ...(letter && { letter }) }
}

/**
 * The forms that a declaration asks for. A letter of authorisation about which no situation decides (its material is
 * optional) is asked for when the declaration form says that somebody else acts, and then it must be complete.
 */
export function askedForms<T extends AgentForm>(
  forms: readonly T[],
  materials: readonly Pick<Material, 'materialId' | 'necessity'>[],
): readonly T[] {
  const isInPerson = forms.some(has(IN_FORM)) && placesOf(forms).form === undefined
  if (!isInPerson) return forms
  const optional = materials.filter(({ necessity }) => necessity === 'optional').map(({ materialId }) => materialId)
  return forms.filter((form) => !has(IN_LETTER)(form) || !optional.includes(form.materialId))
}

function read({ answers }: AgentForm, places: Places): Agent | null {
  const [name, idNo, phone] = PARTS.map((part) => answers[places[part]])
  const complete = typeof name === 'string' && typeof idNo === 'string' && typeof phone === 'string'
  return complete && name && idNo && phone ? { name, idNo, phone } : null
}

/**
 * The agent that the forms name: the declaration form's, else the letter's; null when the applicant acts in person
 * (contract #4: 本人或法定代表人亲办时不传) or the fields are not all filled.
 */
export function declaredAgent(forms: readonly AgentForm[]): Agent | null {
  const { form, letter } = placesOf(forms)
  if (form) return read(form, IN_FORM)
  return letter ? read(letter, IN_LETTER) : null
}

/** The agent's name as far as it is filled in; '' = none. */
export function agentName(forms: readonly AgentForm[]): string {
  const { form, letter } = placesOf(forms)
  const name = form ? form.answers[IN_FORM.name] : letter?.answers[IN_LETTER.name]
  return typeof name === 'string' ? name : ''
}

/** Who acts, in the citizen's words; '' when nobody acts for anybody. */
export function agentText(forms: readonly AgentForm[]): string {
  const own = forms.find(has(IN_FORM))
  if (own?.answers['agent_role'] === 'self') {
    const name = own.answers['legal_person']
    return `法定代表人（负责人）${typeof name === 'string' ? name : ''}本人`
  }
  const { form, letter } = placesOf(forms)
  return form || letter ? agentName(forms) || '还没有填写' : ''
}

/** Where in the letter the same thing is asked as in this field of the declaration form. */
export function letterField(
  forms: readonly AgentForm[],
  materialId: string,
  fieldId: string,
): { readonly materialId: string; readonly fieldId: string } | null {
  const { form, letter } = placesOf(forms)
  const part = ASKED.find((it) => IN_FORM[it] === fieldId)
  if (!letter || !part || form?.materialId !== materialId) return null
  return { materialId: letter.materialId, fieldId: IN_LETTER[part] }
}

/** What the letter says about the agent, following the declaration form where nothing else was filled in. */
export function letterAnswers(forms: readonly AgentForm[]): Readonly<Record<string, AnswerValue>> {
  const { form, letter } = placesOf(forms)
  if (!form || !letter || PARTS.some((part) => letter.answers[IN_LETTER[part]] !== null)) return {}
  return Object.fromEntries(ASKED.map((part) => [IN_LETTER[part], form.answers[IN_FORM[part]] ?? null]))
}

/** materialId → warnings beside both places that name different agents. */
export function agentProblems(forms: readonly AgentForm[]): Readonly<Record<string, readonly Problem[]>> {
  const { form, letter } = placesOf(forms)
  if (!form || !letter) return {}
  const different = PARTS.filter((part) => {
    const [mine, theirs] = [form.answers[IN_FORM[part]] ?? null, letter.answers[IN_LETTER[part]] ?? null]
    return mine !== null && theirs !== null && mine !== theirs
  })
  if (different.length === 0) return {}
  const warn = (places: Places, message: string) =>
    different.map((part) => ({ field: places[part], severity: 'warning' as const, code: 'agent-differs', message }))
  return {
    [form.materialId]: warn(IN_FORM, '与授权委托书的受托人不一致，请核对是不是同一个人'),
    [letter.materialId]: warn(IN_LETTER, '与申请表的经办人不一致，请核对是不是同一个人'),
  }
}
