import { allForms, formParameters, matterForms } from '../../cloudfunctions/matters/forms'
import { matterBySlug } from '../../cloudfunctions/matters'
import type { Matter } from '../../cloudfunctions/matters/schema'
import commitments from '../../cloudfunctions/matters/shared/commitments.json'
import parameters from '../../cloudfunctions/matters/shared/parameters.json'
import questions from '../../cloudfunctions/matters/shared/questions.json'
import type { FormSchema } from '../../miniprogram/shared/form/schema'
import { type MatterIds, readMatters } from '../matters/folders'
import type { Guide } from '../matters/guide'

export interface OfficeRow {
  readonly matter: string | null
  readonly question: string
  readonly status: string
}

/** One of the three ways of shared/commitments.json, in one matter. */
type MatterCommitments = (typeof commitments)['matters'][number]
const MATTER_COMMITMENTS: readonly MatterCommitments[] = commitments.matters
export const COMMITMENT_TERMS = commitments.terms

/** Everything that the document says about one matter. */
export interface MatterSources {
  readonly matter: Matter
  /** What the provider is to be set up with. */
  readonly guide: Guide
  readonly ids: MatterIds
  /** The declaration form first; forms that several matters share are described once, elsewhere. */
  readonly forms: readonly FormSchema[]
  readonly commitments: readonly MatterCommitments[]
  readonly questions: readonly OfficeRow[]
}

export type Parameter = (typeof parameters)[number]
export const PARAMETERS: readonly Parameter[] = parameters
export const parameterValues = formParameters()
const OFFICE: readonly OfficeRow[] = questions

/** The office's questions that concern no single matter. */
export const generalQuestions = (): readonly OfficeRow[] => OFFICE.filter(({ matter }) => matter === null)

/** Every matter with what is known of it, in the order of the tender. */
export function matterSources(): readonly MatterSources[] {
  return readMatters().map(({ slug, guide, ids }) => {
    const matter = matterBySlug(slug)
    if (!matter) throw new Error(`${slug} is not in the table: run tsx scripts/matters.ts`)
    return {
      matter,
      guide,
      ids,
      forms: matterForms(ids.itemId),
      commitments: MATTER_COMMITMENTS.filter((row) => row.matter === slug),
      questions: OFFICE.filter((row) => row.matter === slug),
    }
  })
}

/** Forms that several matters share. */
export function sharedForms(matters: readonly MatterSources[]): readonly FormSchema[] {
  const own = new Set(matters.flatMap(({ forms }) => forms.map(({ formId }) => formId)))
  return allForms().filter(({ formId }) => !own.has(formId))
}
