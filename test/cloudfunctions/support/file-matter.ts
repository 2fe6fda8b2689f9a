import { formById } from '../../../cloudfunctions/forms'
import ids from '../../../cloudfunctions/one-network/ids.json'
import { type Declaration } from '../../../miniprogram/shared/domain/declaration'
import { toBeijingDate } from '../../../miniprogram/shared/domain/time'
import {
  type Answers,
  fieldsOf,
  type FormContext,
  type FormSchema,
  visibleForm,
  holdsFiles,
} from '../../../miniprogram/shared/form'
import { type SeedMatter } from '../../../sandbox/one-network/catalogue/seed-types'
import { ROOT } from '../../../scripts/build/paths'
import { readSeed } from '../../../scripts/convert-forms/seed'
import { type MatterFixture } from '../../shared/fixtures/matter-fixture'
import { type Citizen } from './citizen'
import { attach, attachMaterials, open } from './nurse'

/** The provider's ids of one matter, by the matter's own words. */
export interface MatterWords {
  readonly itemId: string
  readonly forms: Readonly<Record<string, string>>
  readonly materials: Readonly<Record<string, string>>
  readonly situations: Readonly<Record<string, { readonly options: Readonly<Record<string, string>> }>>
}

const SEED = readSeed(ROOT).matters as unknown as readonly SeedMatter[]

/** A matter as the specification has it. */
export function seedOf(slug: string): SeedMatter {
  const matter = SEED.find((one) => one.slug === slug)
  if (!matter) throw new Error(`the specification has no ${slug}`)
  return matter
}

/** Filed by an enterprise wherever an enterprise may. */
export const isForEnterprises = (slug: string): boolean =>
  seedOf(slug).applicant_types.some((type) => type !== 'individual')

export function wordsOf(slug: string): MatterWords {
  const words = ids.matters.find((matter) => matter.slug === slug)
  if (!words) throw new Error(`no ids of ${slug}`)
  return words as unknown as MatterWords
}

/** The answers of the situation guide, as the provider calls them. */
export function optionIdsOf(slug: string, situation: FormContext['situation']): string[] {
  const { situations } = wordsOf(slug)
  return Object.entries(situation).flatMap(([key, chosen]) =>
    chosen.map((option) => {
      const optionId = situations[key]?.options[option]
      if (optionId === undefined) throw new Error(`${slug} has no option ${key}.${option}`)
      return optionId
    }),
  )
}

/** Material id → what the fixture answers in the form of that material, for today. */
export function answersOf(
  fixture: MatterFixture,
  which: 'minimal' | 'maximal',
  today: string,
): Record<string, Answers> {
  const { materials } = wordsOf(fixture.slug)
  const own = which === 'minimal' ? fixture.minimalAnswers(today) : fixture.maximalAnswers(today)
  const others = Object.entries((which === 'minimal' ? fixture.minimalForms : fixture.otherForms) ?? {})
  const all = [['app_form', own] as const, ...others.map(([key, answers]) => [key, answers(today)] as const)]
  return Object.fromEntries(all.map(([key, answers]) => [materials[key] ?? key, answers]))
}

/** Fills in every form with the fixture's answers and real signatures, uploads what is needed; resolves with the draft as it is then. */
export async function completeMatter(
  citizen: Citizen,
  fixture: MatterFixture,
  which: 'minimal' | 'maximal',
): Promise<Declaration> {
  const { itemId: matterId } = wordsOf(fixture.slug)
  const optionIds = optionIdsOf(fixture.slug, fixture[which].situation)
  const { draftId } = await citizen.call('declaration.start', {
    matterId,
    optionIds,
    startKey: `${which}-${wordsOf(fixture.slug).itemId}`,
  })
  const declaration = await open(citizen, draftId)
  const answers = answersOf(fixture, which, toBeijingDate(Date.now()))
  const forms = []
  for (const { materialId, schema } of declaration.forms) {
    const own = answers[materialId]
    if (!own) continue
    const context: FormContext = { ...fixture[which], form: own, today: declaration.today }
    const shown = visibleForm(schema, context).ids
    const signatures: Record<string, readonly string[]> = {}
    for (const { id } of fieldsOf(schema).filter((field) => holdsFiles(field) && shown.has(field.id))) {
      signatures[id] = [(await attach(citizen, { draftId, materialId, fieldId: id })).attachmentId]
    }
    forms.push({ materialId, answers: { ...own, ...signatures } })
  }
  await attachMaterials(citizen, declaration, which === 'maximal')
  await citizen.call('declaration.save', { draftId, baseVersion: declaration.version, forms })
  return open(citizen, draftId)
}

/** The form that is filled in for a material of the matter. */
export function schemaOf(slug: string, materialId: string): FormSchema {
  const [key] = Object.entries(wordsOf(slug).materials).find(([, id]) => id === materialId) ?? []
  const ref = seedOf(slug).materials.find(({ id }) => id === key)?.form_ref ?? ''
  const formIds: Readonly<Record<string, string>> = { ...ids.commonForms, ...wordsOf(slug).forms }
  const schema = formById(formIds[ref] ?? '')
  if (!schema) throw new Error(`${slug} has no form for ${materialId}`)
  return schema
}
