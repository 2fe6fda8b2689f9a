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
import { keyOf } from '../../../cloudfunctions/kernel/ids'
import { type Filing, type MatterFixture } from '../../shared/fixtures/matter-fixture'
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
export function answersOf(slug: string, { answers, forms = {} }: Filed, today: string): Record<string, Answers> {
  const { materials } = wordsOf(slug)
  return Object.fromEntries(
    Object.entries({ app_form: answers, ...forms }).map(([key, of]) => [materials[key] ?? key, of(today)]),
  )
}

/** What is filed: the fixture's own answers, or another of its filings. */
export type Filed = Pick<Filing, 'name' | 'situation' | 'answers' | 'forms'>

/** The fixture's own answers as a filing. */
export const filingOf = (fixture: MatterFixture, which: 'minimal' | 'maximal'): Filed =>
  which === 'minimal'
    ? {
        name: which,
        situation: fixture.minimal.situation,
        answers: fixture.minimalAnswers,
        forms: fixture.minimalForms ?? {},
      }
    : { name: which, situation: fixture.maximal.situation, answers: fixture.maximalAnswers, forms: fixture.otherForms }

/** Fills in every form with the fixture's answers and real signatures, uploads what is needed; resolves with the draft as it is then. */
export async function completeMatter(citizen: Citizen, fixture: MatterFixture, filing: Filed): Promise<Declaration> {
  const { itemId: matterId } = wordsOf(fixture.slug)
  const optionIds = optionIdsOf(fixture.slug, filing.situation)
  const { draftId } = await citizen.call('declaration.start', {
    matterId,
    optionIds,
    startKey: keyOf(filing.name, fixture.slug),
  })
  const declaration = await open(citizen, draftId)
  const answers = answersOf(fixture.slug, filing, toBeijingDate(Date.now()))
  const forms = []
  for (const { materialId, schema } of declaration.forms) {
    const own = answers[materialId]
    if (!own) continue
    const context: FormContext = {
      ...fixture.minimal,
      situation: filing.situation,
      form: own,
      today: declaration.today,
    }
    const shown = visibleForm(schema, context).ids
    const signatures: Record<string, readonly string[]> = {}
    for (const { id } of fieldsOf(schema).filter((field) => holdsFiles(field) && shown.has(field.id))) {
      signatures[id] = [(await attach(citizen, { draftId, materialId, fieldId: id })).attachmentId]
    }
    forms.push({ materialId, answers: { ...own, ...signatures } })
  }
  await attachMaterials(citizen, declaration, filing.name === 'maximal')
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
