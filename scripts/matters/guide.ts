import type { Logic } from '../../miniprogram/shared/form/schema'

/**
 * guide.json: how a matter is set up at the provider (材料和情形). The functions read none of it, the provider tells them; the
 * office checks it in docs/matters.md, and the stand-in of the provider answers by it.
 */
export interface Guide {
  readonly applicants: readonly ('person' | 'enterprise')[]
  readonly result: 'licence' | 'approval' | 'filing'
  /** The questions of the situation guide, in the order in which they are asked. */
  readonly situations: readonly GuideSituation[]
  /** In the order of matter.json, which says what each is called and what it stands on. */
  readonly materials: readonly GuideMaterial[]
}

export interface GuideSituation {
  readonly key: string
  readonly question: string
  readonly choose: 'one' | 'many'
  /** Asked only when this holds; of one earlier question (contract #12 dependOptionIds). */
  readonly showWhen?: SituationCondition
  readonly options: readonly GuideOption[]
}

interface GuideOption {
  readonly key: string
  readonly label: string
  /** Why it cannot be filed online here; what the citizen is told. */
  readonly blocked?: string
}

export interface GuideMaterial {
  readonly key: string
  /** The form that is filled in for it, a file of this folder or `shared/<name>`; absent = files are uploaded. */
  readonly form?: string
  /** tolerated = it may be brought later (容缺): matter.json says within how many days. */
  readonly necessity: 'required' | 'optional' | 'tolerated'
  readonly documentForm: 'original' | 'copy' | 'original_and_copy' | 'electronic'
  readonly source: 'applicant' | 'government' | 'intermediary'
  readonly sourceDetail?: string
  /** Needed only when this holds; absent = in every situation. */
  readonly when?: SituationCondition
  readonly files?: {
    readonly min: number
    readonly max: number
    readonly types: readonly string[]
    readonly maxMegabytes: number
  }
  /** There is a blank form and a sample to download; a form that is filled in online always has them. */
  readonly template?: boolean
  /** 1 when absent. */
  readonly paperCopies?: number
  /** The office has it from a register: it need not be uploaded. */
  readonly shared?: boolean
}

/** Over the answers of the situation guide. */
export type SituationCondition =
  | { readonly situation: string; readonly in: readonly string[] }
  | { readonly all: readonly SituationCondition[] }
  | { readonly any: readonly SituationCondition[] }
  | { readonly not: SituationCondition }

/** Every answer that a condition reads, as [situation, option]. */
export function answersIn(condition: SituationCondition): readonly (readonly [string, string])[] {
  if ('all' in condition) return condition.all.flatMap(answersIn)
  if ('any' in condition) return condition.any.flatMap(answersIn)
  if ('not' in condition) return answersIn(condition.not)
  return condition.in.map((option) => [condition.situation, option] as const)
}

/** [situation, option] of the condition of another time limit (matter.json): one option of one question. */
export function optionIn(when: Logic): readonly [string, string] {
  const [, option, situation] = /^\{"in":\["(\w+)",\{"var":"situation\.(\w+)"\}\]\}$/.exec(JSON.stringify(when)) ?? []
  if (option === undefined || situation === undefined) throw new Error(`no single option: ${JSON.stringify(when)}`)
  return [situation, option]
}
