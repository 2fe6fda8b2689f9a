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
    readonly toleranceDays?: number
  }[]
}

interface TextRow {
  readonly text: string
}

export type LimitUnit = 'working_day' | 'calendar_day' | 'month'

export interface GuideFile {
  readonly applicants: readonly ('person' | 'enterprise')[]
  readonly result: 'licence' | 'approval' | 'filing'
  readonly situations: readonly GuideSituation[]
  readonly materials: readonly GuideMaterial[]
}

export interface GuideSituation {
  readonly key: string
  readonly question: string
  readonly choose: 'one' | 'many'
  readonly showWhen?: SituationCondition
  readonly options: readonly { readonly key: string; readonly label: string; readonly blocked?: string }[]
}

export interface GuideMaterial {
  readonly key: string
  readonly form?: string
  readonly necessity: 'required' | 'optional' | 'tolerated'
  readonly documentForm: 'original' | 'copy' | 'original_and_copy' | 'electronic'
  readonly source: 'applicant' | 'government' | 'intermediary'
  readonly sourceDetail?: string
  readonly when?: SituationCondition
  readonly files?: {
    readonly min: number
    readonly max: number
    readonly types: readonly string[]
    readonly maxMegabytes: number
  }
  readonly template?: boolean
  readonly paperCopies?: number
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

/** The forms that several matters share. */
export interface SharedFiles {
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
  const { ids, ...forms } = jsonFiles(join(mattersFolder, SHARED))
  return { ids, forms } as SharedFiles
}
