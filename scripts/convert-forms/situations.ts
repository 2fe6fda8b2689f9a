import type { Field, Prefill, Section } from '../../miniprogram/shared/form/schema'
import type { SeedSituation, SeedValue } from './seed'

/** The sections with the fields that the situation guide fills taking their value from it, whatever else they name. */
export function filledBySituations(sections: readonly Section[], situations: readonly SeedSituation[]): Section[] {
  return sections.map((section) => ({
    ...section,
    fields: section.fields.map((field): Field => {
      const situation = situations.find(({ fills_field }) => fills_field === field.id)
      return situation ? { ...field, prefill: toPrefill(situation) } : field
    }),
  }))
}

function toPrefill({ id, fill_map }: SeedSituation): Prefill {
  const entries = Object.entries(fill_map ?? {}).map(([option, value]) => [option, toText(value)] as const)
  return { source: 'situation', path: id, ...(entries.length > 0 && { map: Object.fromEntries(entries) }) }
}

function toText(value: SeedValue): string {
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (typeof value === 'string') return value
  throw new Error(`fill_map: ${JSON.stringify(value)} is no single value`)
}
