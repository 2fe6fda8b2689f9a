import type { Logic } from '../../../miniprogram/shared/form/schema'
import { situationLogic } from '../conditions'
import { allOf, type Kind, noneChosen, type Reader } from './core'

const credit = (fact: string): Logic => ({ var: `credit.${fact}` })

function materials(read: Reader): readonly string[] {
  return read.has('materials') ? read.texts('materials') : [read.text('material')]
}

const AUTHORITIES: Readonly<Record<string, string>> = { authority_city: 'city' }

/** Checks over the situation, the applicant and the files, and what they lead to. */
export const MATTER_KINDS: Readonly<Record<string, Kind>> = {
  material_required_if: (read) => ({
    when: situationLogic(read.text('situation'), read.has('values') ? read.texts('values') : [read.text('equals')]),
    holds: allOf(materials(read).map((key): Logic => ({ '>=': [{ var: `attachments.${key}` }, 1] }))),
    reads: [],
    marks: materials(read).map((key) => `attachments.${key}`),
  }),
  block_if: (read) => {
    if (read.has('situation')) {
      const chosen = situationLogic(read.text('situation'), read.texts('values'))
      return { holds: { '!': [chosen] }, reads: [], marks: read.filledBy(read.text('situation')) }
    }
    const field = read.field(read.text('field'))
    return { holds: noneChosen(field, read.texts('values')), reads: [field.id], marks: [field.id] }
  },
  redirect_if: (read) => ({
    holds: situationLogic(read.text('situation'), read.texts('values')),
    reads: [],
    marks: read.filledBy(read.text('situation')),
    outcome: { kind: 'effect', effect: 'redirect', value: 'not-required' },
  }),
  route_if: (read) => {
    const authority = AUTHORITIES[read.text('effect')]
    if (authority === undefined) throw new Error(`unknown effect: ${read.text('effect')}`)
    return { holds: true, reads: [], marks: [], outcome: { kind: 'effect', effect: 'authority', value: authority } }
  },
  matter_time_override: (read) => {
    const outcome = { kind: 'effect', effect: 'timeLimit', value: read.fixed('days') } as const
    return { holds: true, reads: [], marks: [], outcome }
  },
  applicant_kind: (read) => {
    const deny = read.texts('deny')
    // What the applicant says, and what the credit record says when there is one.
    const recorded: Logic = { '!': [{ in: [credit('ent_type'), deny] }] }
    return {
      holds: { and: [noneChosen(read.field('ent_type'), deny), recorded] },
      reads: ['ent_type'],
      marks: ['ent_type'],
    }
  },
  enterprise_scope_contains: (read) => ({
    when: { filled: [credit('biz_scope')] },
    holds: { mentions: [credit('biz_scope'), [read.text('keyword')]] },
    reads: [],
    marks: read.hasField('biz_scope_reg') ? ['biz_scope_reg'] : [],
  }),
  /** Only told, whatever the answers are. */
  message: () => ({ holds: false, reads: [], marks: [] }),
}
