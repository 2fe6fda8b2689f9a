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
import { type MatterIds } from '../../../scripts/matters/folders'
import { type MatterFixture } from '../../shared/fixtures/matter-fixture'
import { folderOf, formOfMaterial } from '../../support/matters'
import { type Citizen } from './citizen'
import { attach, attachMaterials, open } from './nurse'

/** Filed by an enterprise wherever an enterprise may. */
export const isForEnterprises = (slug: string): boolean => folderOf(slug).guide.applicants.includes('enterprise')

/** The provider's ids of one matter, by the matter's own words. */
export const wordsOf = (slug: string): MatterIds => folderOf(slug).ids

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
  const material = folderOf(slug).guide.materials.find((one) => one.key === key)
  const schema = material && formOfMaterial(slug, material)
  if (!schema) throw new Error(`${slug} has no form for ${materialId}`)
  return schema
}
