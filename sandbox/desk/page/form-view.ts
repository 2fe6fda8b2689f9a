import type { OfficeCase } from '../../one-network/office'
import { maskedCertificate, maskedPhone } from '../../one-network/masked'
import { el, type Fact, facts } from './dom'
import type { Secrets } from './secrets'

type Sections = OfficeCase['forms'][number]['sections']

function card(title: string, rows: readonly Fact[], isWide: boolean): HTMLElement {
  return el('article', [el('h3', title), facts(rows)], { className: isWide ? 'card is-wide' : 'card' })
}

/** A table, or words that need the room. */
const isLong = (value: string): boolean => value.includes('\n') || value.length > 60

export const sectionCards = (sections: Sections, secrets: Secrets): readonly HTMLElement[] =>
  sections.map(({ title, rows }) =>
    card(
      title,
      rows.map(({ label, value, masked }) => [label, secrets.text(value, masked)] as const),
      rows.some(({ value }) => isLong(value)),
    ),
  )

function people({ applicant, agent }: OfficeCase, secrets: Secrets): HTMLElement {
  const { name, certNo, phone, subjectType } = applicant
  const isPerson = subjectType === 'person'
  const own: readonly Fact[] = [
    ['申请人', name],
    [isPerson ? '证件号码' : '信用代码', secrets.text(certNo, isPerson ? maskedCertificate(certNo) : undefined)],
    ['电话', secrets.text(phone, maskedPhone(phone))],
  ]
  if (agent === null) return card('申请人', own, false)
  const more: readonly Fact[] = [
    ['经办人', agent.name],
    ['证件号码', secrets.text(agent.idNo, maskedCertificate(agent.idNo))],
    ['电话', secrets.text(agent.phone, maskedPhone(agent.phone))],
  ]
  return card('申请人和经办人', [...own, ...more], false)
}

/** Who files, and what was filled in, form by form. */
export function formView(found: OfficeCase, secrets: Secrets): readonly HTMLElement[] {
  return [
    el('div', [people(found, secrets)], { className: 'cards' }),
    ...found.forms
      .filter(({ sections }) => sections.length > 0)
      .flatMap(({ title, sections }) => [
        el('h3', title, { className: 'part' }),
        el('div', sectionCards(sections, secrets), { className: 'cards' }),
      ]),
  ]
}
