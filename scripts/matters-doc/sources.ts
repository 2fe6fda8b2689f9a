import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formParameters, matterForms } from '../../cloudfunctions/forms'
import parameters from '../../cloudfunctions/forms/parameters.json'
import { allMatters } from '../../cloudfunctions/matters'
import commitments from '../../cloudfunctions/matters/commitments.json'
import questions from '../../cloudfunctions/matters/questions.json'
import type { Matter } from '../../cloudfunctions/matters/schema'
import sources from '../../cloudfunctions/matters/sources.json'
import ids from '../../cloudfunctions/one-network/ids.json'
import type { FormSchema } from '../../miniprogram/shared/form/schema'
import type { SeedCheck, SeedCondition, SeedMaterial, SeedSituation } from '../convert-forms/seed'
import type { SourceRow } from '../convert-matters/sources'

/** What the provider is to be set up with: the specification's materials and situations, as far as they are listed here. */
export interface Material extends SeedMaterial {
  readonly name: string
  readonly count: { readonly min: number; readonly max: number }
  readonly file_types: readonly string[] | null
  readonly max_mb: number | null
}

export interface Situation extends SeedSituation {
  readonly question: string
  readonly type: 'single' | 'multi'
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly show_when?: SeedCondition
}

interface Specification {
  readonly slug: string
  readonly materials: readonly Material[]
  readonly situations: readonly Situation[]
  readonly checks: readonly SeedCheck[]
}

export interface OfficeRow {
  readonly matter: string | null
  readonly question: string
  readonly status: string
}

/** Everything that the document says about one matter. */
export interface MatterSources {
  readonly matter: Matter
  readonly specification: Specification
  /** The declaration form first; forms that several matters share are described once, elsewhere. */
  readonly forms: readonly FormSchema[]
  readonly sources: readonly SourceRow[]
  readonly commitments: readonly (typeof commitments)[number][]
  readonly questions: readonly OfficeRow[]
}

export type Parameter = (typeof parameters)[number]
export const PARAMETERS: readonly Parameter[] = parameters
export const parameterValues = formParameters()
const OFFICE: readonly OfficeRow[] = questions

/** The office's questions that concern no single matter. */
export const generalQuestions = (): readonly OfficeRow[] => OFFICE.filter(({ matter }) => matter === null)

/** @param root the project's folder */
export function readMatters(root: string): readonly MatterSources[] {
  const seed = join(root, 'sandbox', 'one-network', 'seed', 'matters.json')
  const specifications = JSON.parse(readFileSync(seed, 'utf8')) as readonly Specification[]
  return allMatters().map((matter) => {
    const specification = specifications.find(({ slug }) => slug === matter.slug)
    const itemId = ids.matters.find(({ slug }) => slug === matter.slug)?.itemId
    if (!specification || itemId === undefined)
      throw new Error(`${matter.slug} is missing in the specification or ids.json`)
    return {
      matter,
      specification,
      forms: matterForms(itemId),
      sources: (sources as Readonly<Record<string, readonly SourceRow[]>>)[matter.slug] ?? [],
      commitments: commitments.filter((row) => row.matter === matter.slug),
      questions: OFFICE.filter((row) => row.matter === matter.slug),
    }
  })
}
