import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { mattersFolder } from '../paths'
import type { FormFile } from './form-file'
import type { SituationCondition } from './situation-condition'

/**
 * The office's files of a matter (cloudfunctions/matters/<slug>), as far as the provider is set up with them. Data only:
 * what the provider makes of them is its own.
 */
export interface MatterFiles {
  readonly slug: string
  readonly matter: MatterFile
  readonly guide: GuideFile
  readonly ids: IdsFile
  /** Name without ending → the form. */
  readonly forms: Readonly<Record<string, FormFile>>
}

export interface MatterFile {
  readonly number: number
  readonly name: string
  readonly shortName: string
  readonly field: string
  readonly type: string
  readonly conditions: readonly TextRow[]
  readonly tips: readonly TextRow[]
  readonly legalBasis: readonly { readonly law: string; readonly article: string; readonly content: string }[]
  readonly timeLimit: {
    readonly value: number
    readonly unit: LimitUnit
    readonly text?: string
    readonly notCounted?: TextRow
    readonly suggestedPromise: { readonly value: number }
    readonly overrides: readonly { readonly when: unknown; readonly value: number; readonly unit: LimitUnit }[]
  }
  readonly fee: TextRow & { readonly charged: boolean }
  readonly results: readonly { readonly name: string; readonly validity?: { readonly text?: string } }[]
  readonly materials: readonly {
    readonly key: string
    readonly name: string
    readonly basis: string
    readonly note?: string
  }[]
}

interface TextRow {
  readonly text: string
}

export type LimitUnit = 'working_day' | 'calendar_day' | 'month'

/**
 * guide.json: how a matter is set up at the provider (材料和情形). The functions read none of it, the provider tells them; the
 * office checks it in docs/matters.md, and the stand-in of the provider answers by it.
 */
export interface GuideFile {
  readonly applicants: readonly ('person' | 'enterprise')[]
  readonly result: 'licence' | 'approval' | 'filing'
  /** The questions of the situation guide, in the order in which they are asked. */
  readonly situations: readonly GuideSituation[]
  /** The questions whose answers make the case type (首次, 变更 …), in the order in which they are asked. */
  readonly cases?: readonly string[]
  /** In the order of matter.json, which says what each is called and what it stands on. */
  readonly materials: readonly GuideMaterial[]
}

export interface GuideSituation {
  readonly key: string
  readonly question: string
  readonly choose: 'one' | 'many'
  /** Asked only when this holds: any of some options of earlier questions (contract #12 dependOptionIds). */
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
  /** tolerated = it may be brought later: shared/commitments.json says by which way, and within how many days. */
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

export interface IdsFile {
  readonly itemId: string
  readonly forms: Readonly<Record<string, string>>
  readonly materials: Readonly<Record<string, string>>
  readonly situations: Readonly<
    Record<string, { readonly situationId: string; readonly options: Readonly<Record<string, string>> }>
  >
}

interface Term {
  readonly value: number
}

/** shared/commitments.json: which matters have 容缺受理, 告知承诺 and 承诺审批. */
interface CommitmentsFile {
  readonly terms: {
    readonly tolerance: Term & { readonly beforeDecision: number }
    readonly promiseApproval: Term
  }
  readonly matters: readonly {
    readonly matter: string
    readonly tolerance: { readonly days?: number }
    readonly noticeCommitment: { readonly allowed: boolean; readonly relief: string }
    readonly promiseApproval: { readonly allowed: boolean; readonly materials: readonly string[] }
  }[]
}

/** What several matters share. */
export interface SharedFiles {
  readonly commitments: CommitmentsFile
  readonly ids: { readonly forms: Readonly<Record<string, string>> }
  readonly forms: Readonly<Record<string, FormFile>>
}

/** The folder of what matters share; every other one is a matter's. */
const SHARED = 'shared'

/** Every JSON file of a folder by its name without ending. */
function jsonFiles(folder: string): Record<string, unknown> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  return Object.fromEntries(
    names.map((name) => [basename(name, '.json'), JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown]),
  )
}

function readMatter(slug: string): MatterFiles {
  const { matter, guide, ids, ...forms } = jsonFiles(join(mattersFolder, slug))
  return { slug, matter, guide, ids, forms } as MatterFiles
}

/** Every matter as its files are now, in the order of the tender. */
export function readMatterFiles(): readonly MatterFiles[] {
  return readdirSync(mattersFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== SHARED)
    .map(({ name }) => readMatter(name))
    .sort((a, b) => a.matter.number - b.matter.number)
}

export function readSharedFiles(): SharedFiles {
  const { ids, commitments, ...forms } = jsonFiles(join(mattersFolder, SHARED))
  return { ids, commitments, forms } as SharedFiles
}
