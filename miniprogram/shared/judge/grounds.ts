import type { DeclarationFacts } from '../domain/declaration'
import type { Material } from '../domain/matter'
import { promisedIds, type Promises } from '../domain/promise'
import type { BeijingDate } from '../domain/time'
import type { Answers, FormContext, WorkingDays } from '../form/index'
import { deliveredCount, neededFiles, type JudgedFile } from './materials'

/** The files of a draft: each is known with its state, and signatures are among them. */
interface DraftFiles {
  readonly kind: 'draft'
  /** What the situation asks for. */
  readonly materials: readonly Material[]
  /** Everything that was ever uploaded; what counts of it the judge says. */
  readonly list: readonly JudgedFile[]
}

/** The files of a case that was filed: how many it has by materialId. Its signatures are settled. */
interface CaseFiles {
  readonly kind: 'case'
  readonly counts: Readonly<Record<string, number>>
}

/** What filled forms are judged by, besides their answers: one kind for the pages and for every action. */
export interface Grounds {
  readonly facts: DeclarationFacts
  readonly files: DraftFiles | CaseFiles
  readonly promises: Promises
  /** Why this applicant cannot file the chosen situation at all; '' = it can, or only the server knows. */
  readonly barred: string
  /** The server's Beijing day. */
  readonly today: BeijingDate
  readonly workingDays: WorkingDays
}

/** What the conditions and rules of one form read. No other place makes such a context. */
export function contextOf(form: Answers, grounds: Grounds): FormContext {
  const { situation, account, credit, param } = grounds.facts
  return { form, situation, account, credit, param, attachments: fileCounts(grounds), today: grounds.today }
}

/** Material key → number of files that count: the rules know materials by the matter's own words. */
function fileCounts({ facts, files, promises }: Grounds): Record<string, number> {
  const counts: Record<string, number> = {}
  const needed = files.kind === 'draft' ? neededFiles(files.list, files.materials, promisedIds(promises)) : []
  for (const [materialId, key] of Object.entries(facts.materialKeys)) {
    const own = files.kind === 'case' ? (files.counts[materialId] ?? 0) : deliveredCount(needed, materialId)
    counts[key] = (counts[key] ?? 0) + own
  }
  return counts
}
